namespace MediaOps.Tool.Import.OpenApi;

/// <summary>What fills the placeholders of paths: options of the client, properties of an entity, and else parameters of the action.</summary>
internal sealed class Address
{
    private readonly Dictionary<string, string> _options;
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);

    private Address(Dictionary<string, string> options) => _options = options;

    /// <summary>The address of what belongs to no entity.</summary>
    /// <param name="options">The options by placeholder.</param>
    public static Address OfService(Dictionary<string, string> options) => new(options);

    /// <summary>The address of an entity.</summary>
    /// <param name="options">The options by placeholder.</param>
    /// <param name="properties">The properties by placeholder.</param>
    public static Address OfEntity(Dictionary<string, string> options, IReadOnlyDictionary<string, string> properties)
    {
        var address = new Address(options);
        foreach ((string placeholder, string property) in properties)
        {
            address._properties[placeholder] = property;
        }

        return address;
    }

    /// <summary>The C# name that fills a placeholder, or null where a parameter has to.</summary>
    public string? Find(string placeholder) => _properties.GetValueOrDefault(placeholder) ?? _options.GetValueOrDefault(placeholder);
}
