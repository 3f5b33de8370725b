using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Makes a scaffold of an OpenAPI description.</summary>
internal sealed class OpenApiImporter
{
    private readonly OpenApiDocument _document;
    private readonly Gaps _gaps;
    private readonly Origin _root;
    private readonly Schemas _schemas;
    private readonly ScaffoldService _service;
    private readonly NameScope _types;
    private readonly NameScope _client;

    private OpenApiImporter(JsonSource source, OpenApiDocument document, ImportSettings settings, Gaps gaps)
    {
        (_document, _gaps) = (document, gaps);
        _root = new Origin(source.Name, "#");
        _schemas = new Schemas(document);
        string name = settings.ServiceName(Title(document.Info?.Title ?? string.Empty));
        _service = new ScaffoldService { Name = name, Namespace = settings.NamespaceOf(name), Endpoint = ServiceReader.NoEndpoint, Origin = _root, WireNames = "camelCase" };
        _types = NameScope.OfTypes(name, name + "Client", ErrorsEnum);
        _client = NameScope.OfClient(name + "Client");
        Components = source.Root.ContainsKey("swagger") ? _root.Below("definitions") : _root.Below("components", "schemas");
    }

    private Origin Components { get; }

    private string ErrorsEnum => _service.Name + "ErrorCode";

    /// <summary>Reads a description.</summary>
    /// <exception cref="SourceException">It cannot be read at all.</exception>
    public static ScaffoldService Read(JsonSource source, ImportSettings settings, Gaps gaps) =>
        new OpenApiImporter(source, DescriptionReader.Read(source, gaps), settings, gaps).Read();

    private ScaffoldService Read()
    {
        NameScope optionNames = NameScope.OfOptions();
        new ServiceReader(_document, _service, optionNames, _gaps).Fill();
        IReadOnlyList<ApiOperation> operations = ApiOperation.Of(_document, _root, _gaps);
        ApiVersion(operations);
        IReadOnlyList<Resource> resources = Resource.Find(operations, _schemas, out IReadOnlyList<ApiOperation> rest);
        Dictionary<string, string> options = Options(resources, optionNames);
        _service.Paging = Pages.Common(operations.Where(operation => operation.Method == "GET" || operation.Is("x-ms-pageable")).Select(operation => (operation, Pages.Find(operation, _schemas))).Where(list => list.Item2 is not null).Select(list => (list.operation, list.Item2!)));
        if (ErrorReader.Read(operations, _schemas, ErrorsEnum, _gaps) is { } errors)
        {
            _service.Errors = errors;
        }

        // Names of entities are the most precious, so they are given first.
        Dictionary<Resource, ScaffoldEntity> entities = Named(resources);
        var types = new TypeBuilder(_service, _schemas, _types, Components, _gaps);
        var actions = new ActionBuilder(_service, _schemas, types, new LongRunning(_service, _schemas, _gaps), _service.Paging, _gaps);
        var builder = new EntityBuilder(_schemas, types, actions, _service.Paging, options, Components, _gaps);
        ILookup<Resource, Resource> children = resources.Where(resource => resource.Above.Count > 0).ToLookup(resource => resource.Above[^1]);
        foreach ((Resource resource, ScaffoldEntity entity) in entities)
        {
            builder.Fill(entity, resource, entities, children[resource].Select(child => entities[child].Plural!));
        }

        new SingletonBuilder(_service, actions, options, _types, _client, _gaps).Add(rest);
        types.Finish();
        return _service;
    }

    /// <summary>A version in the query belongs to every request.</summary>
    private void ApiVersion(IReadOnlyList<ApiOperation> operations)
    {
        if (_service.Version is { } version && operations.Any(operation => operation.Parameters.Any(parameter => parameter is { In: ParameterLocation.Query, Name: "api-version" })))
        {
            _service.Query["api-version"] = version;
        }
    }

    /// <summary>Placeholders before those of entities are filled once, by the client.</summary>
    private Dictionary<string, string> Options(IReadOnlyList<Resource> resources, NameScope names)
    {
        var byPath = resources.ToDictionary(resource => resource.Path, StringComparer.Ordinal);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Resource resource in resources)
        {
            for (string above = PathTemplate.Above(resource.Path); above.Length > 1; above = PathTemplate.Above(above))
            {
                if (byPath.TryGetValue(above, out Resource? holder))
                {
                    resource.Above.Insert(0, holder);
                }
            }

            var held = new HashSet<string>(resource.Above.Select(above => above.IdPlaceholder).Append(resource.IdPlaceholder), StringComparer.Ordinal);
            foreach (string placeholder in PathTemplate.Placeholders(resource.Path).Where(placeholder => !held.Contains(placeholder) && !options.ContainsKey(placeholder)))
            {
                IOpenApiParameter? declared = resource.Read.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == placeholder);
                string name = names.Take(CSharpName.Of(placeholder, "Option"));
                options[placeholder] = name;
                _service.Options.Add(new ScaffoldOption { Name = name, Description = SourceText.Prose(declared?.Description) });
            }
        }

        return options;
    }

    /// <summary>A title without the words that Azure's end with: they say what is generated of it and not what it is.</summary>
    private static string Title(string title)
    {
        foreach (string ending in new[] { "Client", "Management" })
        {
            title = title.Length > ending.Length && title.EndsWith(ending, StringComparison.Ordinal) ? title[..^ending.Length] : title;
        }

        return title;
    }

    private Dictionary<Resource, ScaffoldEntity> Named(IReadOnlyList<Resource> resources)
    {
        var entities = new Dictionary<Resource, ScaffoldEntity>();
        foreach (Resource resource in resources)
        {
            string? component = _schemas.View(resource.Read.Answer).Name;
            string step = PathTemplate.Above(resource.Path) is var above ? above[(above.LastIndexOf('/') + 1)..] : string.Empty;
            string fromPath = CSharpName.Singular(CSharpName.Of(step, "Item"));

            // The name of the schema, unless it is that of a group of things such as "VirtualMachineResult".
            string wanted = component is null ? fromPath : CSharpName.Of(component, "Item");
            string name = wanted;
            for (int number = 2; !Free(name); number++)
            {
                name = (number == 2 ? fromPath : wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture)) is var next && next != name ? next : wanted + "Item";
            }

            Take(name);
            if (name != wanted)
            {
                _gaps.Add(GapRules.Renamed, resource.Read.Origin, wanted, name, "that name is taken");
            }

            var entity = new ScaffoldEntity { Name = name, Plural = CSharpName.Plural(name), Origin = resource.Read.Origin };
            entities.Add(resource, entity);
            _service.Entities.Add(entity);
        }

        return entities;

        bool Free(string name) => NameScope.EntityTypes(name).All(_types.IsFree) && _client.IsFree(CSharpName.Plural(name)) && _client.IsFree(CSharpName.Plural(name) + "Of");

        void Take(string name)
        {
            _types.Take(name, NameScope.EntityTypes);
            _client.TryTake(CSharpName.Plural(name));
            _client.TryTake(CSharpName.Plural(name) + "Of");
        }
    }
}
