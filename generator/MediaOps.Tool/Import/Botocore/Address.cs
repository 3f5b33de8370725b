namespace MediaOps.Tool.Import.Botocore;

/// <summary>The address of an entity: which property fills which placeholder of its path.</summary>
internal sealed class Address
{
    private readonly UriTemplate _item;
    private readonly ScaffoldProperty[] _properties;

    private Address(UriTemplate item, ScaffoldProperty[] properties)
    {
        _item = item;
        _properties = properties;
    }

    /// <summary>What nothing has that is addressed by its path alone.</summary>
    public static Address None { get; } = new(UriTemplate.Parse("/", out _)!, []);

    /// <summary>The properties in the order of their placeholders; the id is the last.</summary>
    public IReadOnlyList<ScaffoldProperty> Properties => _properties;

    /// <summary>The address of an entity whose other properties are there already. What no answer holds becomes a property of its own.</summary>
    public static Address Of(Resource resource, ScaffoldEntity entity, NameScope names, IReadOnlySet<string> given)
    {
        string[] placeholders = [.. resource.Read.Uri.Placeholders];
        var properties = new ScaffoldProperty[placeholders.Length];
        for (int i = 0; i < placeholders.Length; i++)
        {
            bool isId = i == placeholders.Length - 1;
            ScaffoldProperty property = Find(entity, isId ? Spellings(placeholders[i], resource.Noun) : [placeholders[i]], properties)
                ?? Made(placeholders[i], resource, entity, names);
            properties[i] = property;

            // All but the id of what exists stands in the path only; the id too, where the path of create holds it.
            property.InPath = !isId || property.InPath || InCreatePath(resource, i);
            bool chosen = !isId || InCreatePath(resource, i) || given.Contains(property.Wire);
            property.Access = chosen ? "createOnly" : "readOnly";
            property.Required = chosen;
        }

        return new Address(resource.Read.Uri, properties);
    }

    /// <summary>The property that fills a placeholder of an operation's path; null where the caller gives it.</summary>
    /// <param name="uri">The path.</param>
    /// <param name="number">The number of the placeholder among the path's.</param>
    public ScaffoldProperty? Of(UriTemplate uri, int number)
    {
        int segment = Position(uri, number);
        if (number < _properties.Length && segment < _item.Segments.Count && uri.Key(segment + 1) == _item.Key(segment + 1))
        {
            return _properties[number];
        }

        string[] own = [.. _item.Placeholders];
        int same = Array.IndexOf(own, uri.Segments[segment].Text);
        return same >= 0 ? _properties[same] : null;
    }

    private static int Position(UriTemplate uri, int number)
    {
        for (int i = 0; ; i++)
        {
            if (uri.Segments[i].IsPlaceholder && number-- == 0)
            {
                return i;
            }
        }
    }

    private static bool InCreatePath(Resource resource, int number) => resource.Create is { } create && create.Uri.Placeholders.Count() > number;

    private static ScaffoldProperty? Find(ScaffoldEntity entity, IEnumerable<string> spellings, ScaffoldProperty[] taken) => spellings
        .Select(spelling => entity.Properties.FirstOrDefault(property =>
            property.Type == "string" && property.Access != "writeOnly" && !taken.Contains(property)
            && (property.Wire.Equals(spelling, StringComparison.OrdinalIgnoreCase) || property.Name.Equals(spelling, StringComparison.OrdinalIgnoreCase))))
        .FirstOrDefault(property => property is not null);

    /// <summary>How an answer may call what the path calls <c>channelId</c>.</summary>
    private static IEnumerable<string> Spellings(string placeholder, string noun)
    {
        string flat = CSharpName.Of(placeholder, "Id");
        yield return placeholder;
        yield return flat;
        if (flat.StartsWith(noun, StringComparison.OrdinalIgnoreCase) && flat.Length > noun.Length)
        {
            yield return flat[noun.Length..];
        }

        string[] usual = ["Id", "Arn", "Name"];
        foreach (string ending in usual.Where(ending => flat.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            yield return ending;
            yield return noun + ending;
        }

        if (flat.Equals("Identifier", StringComparison.OrdinalIgnoreCase) || flat.Equals(noun, StringComparison.OrdinalIgnoreCase))
        {
            foreach (string ending in usual)
            {
                yield return ending;
                yield return noun + ending;
            }
        }
    }

    private static ScaffoldProperty Made(string placeholder, Resource resource, ScaffoldEntity entity, NameScope names)
    {
        string name = CSharpName.Of(placeholder, "Key");
        var property = new ScaffoldProperty
        {
            Name = names.Take(names.IsFree(name) ? name : name + "Value"),
            Wire = WirePath.Of(placeholder) is { } wire && entity.Properties.All(other => other.Wire != wire) ? wire : "path-" + entity.Properties.Count,
            Type = "string",
            Origin = resource.Read.Operation.Origin,
            Description = "A part of the address.",
            InPath = true,
        };
        entity.Properties.Insert(0, property);
        return property;
    }
}
