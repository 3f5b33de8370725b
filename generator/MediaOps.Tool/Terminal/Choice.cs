using System.CommandLine;

namespace MediaOps.Tool;

/// <summary>Options and arguments of the kinds that several commands have.</summary>
internal static class Choice
{
    /// <summary>An option with a few values, which are typed in lower case; the first is taken where it is not given.</summary>
    public static Option<TEnum> Of<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        string[] names = [.. Enum.GetNames<TEnum>().Select(value => value.ToLowerInvariant())];
        var option = new Option<TEnum>(name) { Description = $"{description} [default: {names[0]}]", HelpName = string.Join('|', names) };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    /// <summary>Refuses a path that begins as an option does: it is a misspelt one.</summary>
    public static Argument<T> NoOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"There is no option '{token.Value}'. A file of this name is written './{token.Value}'.");
            }
        });
        return argument;
    }
}
