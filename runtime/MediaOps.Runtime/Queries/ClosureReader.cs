using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MediaOps.Runtime;

/// <summary>Reads the parts of an expression that do not use the entity: constants, captured variables, and what is made from them.</summary>
/// <remarks>
/// Every field, property, method and constructor is taken from the expression, where the compiler has put it, and never looked up by name:
/// so nothing is compiled at run time and nothing can be trimmed away.
/// </remarks>
internal static class ClosureReader
{
    /// <summary>Reads a value; false when the expression uses the entity or is of a form that is not read.</summary>
    /// <exception cref="InvalidOperationException">A null stands where a value is needed.</exception>
    public static bool TryRead(Expression? expression, out object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression member:
                return TryReadMember(member, out value);
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion:
                return TryRead(conversion.Operand, out object? operand) ? TryConvert(conversion, operand, out value) : No(out value);
            case BinaryExpression binary:
                return TryRead(binary.Left, out object? left) && TryRead(binary.Right, out object? right) ? TryCombine(binary, left, right, out value) : No(out value);
            case MethodCallExpression call:
                return TryReadTarget(call, call.Object, out object? target) ? TryCall(call.Method, target, call.Arguments, out value) : No(out value);
            case NewExpression { Constructor: { } constructor } creation:
                return TryCall(constructor, target: null, creation.Arguments, out value);
            default:
                return No(out value);
        }
    }

    /// <summary>Computes an operator from the values of its two sides.</summary>
    public static bool TryCombine(BinaryExpression node, object? left, object? right, out object? value)
    {
        bool isEqual = node.NodeType == ExpressionType.Equal;
        bool isEquality = isEqual || node.NodeType == ExpressionType.NotEqual;
        if (isEquality && (left is null || right is null))
        {
            value = (left is null && right is null) == isEqual;
            return true;
        }

        if (node.IsLifted && (left is null || right is null))
        {
            return No(out value);
        }

        if (node.Method is { } method)
        {
            return TryInvoke(method, target: null, [left, right], out value);
        }

        value = (left is ValueType ? left.Equals(right) : ReferenceEquals(left, right)) == isEqual;
        return isEquality;
    }

    /// <summary>Whether each value of one type is a value of the other: boxes, base types, wider numbers, the number of an enum.</summary>
    public static bool Widens(Type from, Type to)
    {
        if (to.IsAssignableFrom(from))
        {
            return true;
        }

        (TypeCode source, TypeCode target) = (Type.GetTypeCode(from), Type.GetTypeCode(to));
        bool isInteger = source is >= TypeCode.SByte and <= TypeCode.UInt64;
        bool isWider = source <= target && target is TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal;
        return !to.IsEnum && ((isInteger && isWider) || (source == TypeCode.Single && target == TypeCode.Double));
    }

    private static bool TryReadMember(MemberExpression node, out object? value)
    {
        if (node.Expression is { } owner && Nullable.GetUnderlyingType(owner.Type) is not null)
        {
            // A nullable loses itself when it is boxed: its own members have no object to be read from, and its methods are not called.
            bool isHasValue = node.Member.Name == nameof(Nullable<int>.HasValue);
            if (!TryRead(owner, out value))
            {
                return false;
            }

            value = isHasValue ? value is not null : value ?? throw NullTarget(node, owner);
            return true;
        }

        if (!TryReadTarget(node, node.Expression, out object? target))
        {
            return No(out value);
        }

        value = node.Member is FieldInfo field
            ? field.GetValue(target)
            : ((PropertyInfo)node.Member).GetValue(target, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        return true;
    }

    private static bool TryReadTarget(Expression node, Expression? owner, out object? target)
    {
        target = null;
        if (owner is null)
        {
            return true;
        }

        bool isRead = Nullable.GetUnderlyingType(owner.Type) is null && TryRead(owner, out target);
        return isRead && target is null ? throw NullTarget(node, owner) : isRead;
    }

    private static bool TryConvert(UnaryExpression node, object? value, out object? converted)
    {
        Type type = Nullable.GetUnderlyingType(node.Type) ?? node.Type;
        if (value is null && (node.Method is null || node.IsLifted))
        {
            bool takesNull = !node.Type.IsValueType || type != node.Type;
            converted = takesNull ? null : throw NullTarget(node, node.Operand);
            return true;
        }

        if (node.Method is { } method)
        {
            return TryInvoke(method, target: null, [value], out converted);
        }

        if (type.IsInstanceOfType(value))
        {
            converted = value;
            return true;
        }

        TypeCode source = Type.GetTypeCode(value!.GetType());
        if (type.IsEnum && source is >= TypeCode.SByte and <= TypeCode.UInt64)
        {
            converted = Enum.ToObject(type, value);
            return true;
        }

        bool widens = Widens(value.GetType(), type);
        converted = widens ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture) : null;
        return widens;
    }

    private static bool TryCall(MethodBase method, object? target, ReadOnlyCollection<Expression> arguments, out object? value)
    {
        object?[] values = new object?[arguments.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!TryRead(arguments[i], out values[i]))
            {
                return No(out value);
            }
        }

        return TryInvoke(method, target, values, out value);
    }

    private static bool TryInvoke(MethodBase method, object? target, object?[] values, out object? value)
    {
        if (IsUnboxable((method as MethodInfo)?.ReturnType) || method.GetParameters().Any(parameter => IsUnboxable(parameter.ParameterType)))
        {
            return No(out value);
        }

        // Exceptions of the user's own code come out as they are.
        value = method is ConstructorInfo constructor
            ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, values, culture: null)
            : method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, values, culture: null);
        return true;
    }

    // Spans above all: newer compilers turn array.Contains(x) into a call that takes one.
    private static bool IsUnboxable(Type? type) => type is { IsByRef: true } or { IsByRefLike: true } or { IsPointer: true };

    private static InvalidOperationException NullTarget(Expression node, Expression owner) =>
        new($"The query reads '{node}', but '{owner}' is null.");

    private static bool No(out object? value)
    {
        value = null;
        return false;
    }
}
