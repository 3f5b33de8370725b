namespace MediaOps.Tool.Import.Botocore;

/// <summary>Makes actions of operations: path, parameters, answer, errors. States are not its matter.</summary>
internal sealed class ActionMapper(ImportContext context, bool isRpc)
{
    private static readonly string[] Verbs = ["Create", "Read", "List", "Update", "Delete", "Refresh"];

    /// <summary>The name of an action: the operation's without what it acts on, unless nothing or a verb of the lifecycle is left.</summary>
    public static string NameOf(Route route, string noun)
    {
        string name = OperationName.Without(route.Operation.Name, noun);
        return CSharpName.Of(name.Length == 0 || Verbs.Contains(name, StringComparer.Ordinal) ? route.Operation.Name : name, "Action");
    }

    /// <summary>The request of an operation.</summary>
    public Request RequestOf(Route route) => new(context.Model, route.Operation, isRpc);

    /// <summary>An action with path and errors, and nothing else yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="route">The operation.</param>
    /// <param name="address">The address of its entity.</param>
    /// <param name="names">The names of its parameters.</param>
    public ScaffoldAction Start(string name, Route route, Address address, NameScope names)
    {
        var action = new ScaffoldAction
        {
            Name = name,
            Method = route.Operation.Method,
            Path = "/",
            Origin = route.Operation.Origin,
            Description = SourceText.Prose(route.Operation.Documentation),
        };
        string[] placeholders = [.. route.Uri.Placeholders];
        Request request = RequestOf(route);
        action.Path = route.Uri.Write(number => address.Of(route.Uri, number)?.Name ?? PathParameter(action, placeholders[number], request, names));
        action.Errors.AddRange(route.Operation.Errors.Select(context.Errors.GetValueOrDefault).OfType<string>().Distinct(StringComparer.Ordinal));
        return action;
    }

    /// <summary>Adds the idempotency token and what travels beside the body.</summary>
    /// <param name="action">The action.</param>
    /// <param name="route">The operation.</param>
    /// <param name="names">The names of its parameters.</param>
    public void Beside(ScaffoldAction action, Route route, NameScope names)
    {
        // Who reads pages fills these.
        string?[] without = Pages(route) ? [context.Paging!.Param, context.Paging.Limit] : [];
        Request request = RequestOf(route);
        if (request.Token is { } token && SourceText.IsLiteral(token.Wire))
        {
            action.Idempotency = (token.Place switch { AwsPlace.Query when !isRpc => "query", AwsPlace.Header when !isRpc => "header", _ => "body" }, token.Wire);
        }

        foreach (AwsMember member in request.Beside.Where(member => member.Place != AwsPlace.Uri && !(member.Place == AwsPlace.Query && without.Contains(member.Wire, StringComparer.Ordinal))))
        {
            string type = context.Types.Of(member);
            string? problem = member.Place == AwsPlace.Elsewhere ? "the schema language has no word for where it travels"
                : !IsPlain(type, member) ? "only one plain value has a text"
                : !IsName(member) ? "its name on the wire cannot be written"
                : null;
            if (problem is not null)
            {
                context.Gaps.Add(GapRules.LeftOut, member.Origin, route.Operation.Name + "." + member.Name, problem);
            }
            else
            {
                action.Parameters.Add(Parameter(member, type, member.Place == AwsPlace.Query ? "query" : "header", request.Requires(member), names));
            }
        }
    }

    /// <summary>Adds members of the body as parameters.</summary>
    public void Body(ScaffoldAction action, Route route, IEnumerable<AwsMember> members, NameScope names)
    {
        Request request = RequestOf(route);
        foreach (AwsMember member in members)
        {
            if (action.Method == "GET")
            {
                context.Gaps.Add(GapRules.LeftOut, member.Origin, route.Operation.Name + "." + member.Name, "GET has no body");
            }
            else if (WirePath.Of(member.Wire) is null)
            {
                context.Gaps.Add(GapRules.LeftOut, member.Origin, route.Operation.Name + "." + member.Name, "its name on the wire cannot be written");
            }
            else
            {
                action.Parameters.Add(Parameter(member, context.Types.Of(member), "body", request.Requires(member), names));
            }
        }
    }

    /// <summary>The type and place of a value that an operation answers with; null where it answers with nothing.</summary>
    public ScaffoldReturn? Returns(Route route)
    {
        if (context.Answer(route) is not { } answer)
        {
            return null;
        }

        return Pages(route) && ListOutput.Of(context.Model, route.Operation) is { } list
            ? new ScaffoldReturn(context.Types.Of(list.Item) + "[]", WirePath.Of(list.Member.Wire), Paged: true)
            : new ScaffoldReturn(context.Types.Of(answer));
    }

    private bool Pages(Route route) =>
        !isRpc && context.Paging?.Pages(context.Model, route.Operation) == true && ListOutput.Of(context.Model, route.Operation) is { } list && WirePath.Of(list.Member.Wire) is not null;

    private string PathParameter(ScaffoldAction action, string placeholder, Request request, NameScope names)
    {
        AwsMember? member = request.Beside.FirstOrDefault(candidate => candidate.Place == AwsPlace.Uri && candidate.Wire == placeholder);
        string type = member is null ? "string" : context.Types.Of(member);
        ScaffoldParameter parameter = member is null || !IsPlain(type, member)
            ? new ScaffoldParameter { Name = names.Take(CSharpName.Of(placeholder, "Key")), Wire = "path-" + action.Parameters.Count, Type = "string", Origin = action.Origin, Required = true }
            : Parameter(member, type, "path", required: true, names);
        parameter.Wire = WirePath.Of(placeholder) ?? parameter.Wire;
        parameter.In = "path";
        action.Parameters.Add(parameter);
        return parameter.Name;
    }

    private ScaffoldParameter Parameter(AwsMember member, string type, string place, bool required, NameScope names)
    {
        string name = CSharpName.Of(member.Name, "Value");
        var parameter = new ScaffoldParameter
        {
            Name = names.Take(names.IsFree(name) ? name : "New" + name),
            Wire = place == "body" ? WirePath.Of(member.Wire)! : member.Wire,
            Type = type,
            In = place,
        };
        Values.Fill(parameter, member, context.Model.Find(member.Shape), context.Gaps);
        parameter.Required = required;
        return parameter;
    }

    private bool IsPlain(string type, AwsMember member) =>
        type is not "json" && !type.EndsWith(']') && !type.EndsWith('}') && context.Model.Find(member.Shape) is not { IsStructure: true };

    private static bool IsName(AwsMember member) => member.Place == AwsPlace.Header
        ? MediaOps.Schema.Names.IsHeader(member.Wire)
        : SourceText.IsLiteral(member.Wire);
}
