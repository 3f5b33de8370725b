using System.Text.Json;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>Makes a scaffold of an AWS model. Never throws for what its files say.</summary>
internal static class BotocoreImporter
{
    /// <summary>Reads a model.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="settings">What was chosen for the import.</param>
    /// <param name="gaps">Learns what is lost, each with its place.</param>
    /// <returns>The scaffold; null where there is no model or its protocol is none of ours: the last gap tells which.</returns>
    public static ScaffoldService? Read(ModelFiles files, ImportSettings settings, Gaps gaps)
    {
        using JsonDocument? waiters = files.Waiters?.Parse(gaps);
        using JsonDocument? paginators = files.Paginators?.Parse(gaps);
        using JsonDocument? service = files.Service.Parse(gaps);
        if (service is null)
        {
            return null;
        }

        AwsModel model = new ModelReader(gaps).Read(Root(service, files.Service, gaps), Node(waiters, files.Waiters, gaps), Node(paginators, files.Paginators, gaps));
        if (model.Metadata.Protocol is not ("rest-json" or "json"))
        {
            gaps.Add(GapRules.Unreadable, model.Metadata.Origin.Below("protocol"), $"the protocol '{SourceText.Short(model.Metadata.Protocol ?? string.Empty)}' is neither rest-json nor json");
            return null;
        }

        return Scaffold(model, new Origin(files.Service.Name, "#"), settings, gaps);
    }

    private static ScaffoldService Scaffold(AwsModel model, Origin origin, ImportSettings settings, Gaps gaps)
    {
        bool isRpc = model.Metadata.Protocol == "json";
        ScaffoldService service = ServiceMapper.Map(model, origin, settings, gaps);
        if (isRpc)
        {
            service.ContentType = "application/x-amz-json-" + (model.Metadata.JsonVersion == "1.0" ? "1.0" : "1.1");
            gaps.Add(GapRules.Approximated, model.Metadata.Origin, service.Name, "groups of actions", "the json protocol names operations and no entities, and its errors and states are not told by paths");
        }

        Dictionary<string, string> errors = ErrorMapper.Map(model, service, gaps);
        ApiLayout layout = ApiLayout.Of(model, isRpc, gaps);
        var names = new EntityNames(service);
        var entities = layout.Resources.ToDictionary(resource => resource, names.Of);
        var groups = layout.Groups.Select(group => (Name: names.OfGroup(group.Key), Routes: group.Value)).ToList();
        var context = new ImportContext(model, service, new TypeMapper(model, service, names.Types, gaps), ServicePaging.Of(model), errors, gaps);
        service.Paging = context.Paging is { } paging ? new ScaffoldPaging("token", Next: paging.Next, Param: paging.Param, Limit: paging.Limit) : null;

        ILookup<Resource?, string> children = layout.Resources.ToLookup(resource => resource.Parent, resource => entities[resource].Plural ?? entities[resource].Name);
        var waiters = new WaiterTable(model, gaps);
        foreach (Resource resource in layout.Resources)
        {
            ScaffoldEntity entity = entities[resource];
            ScaffoldEntity? parent = resource.Parent is null ? null : entities[resource.Parent];
            new EntityMapper(context, resource, entity, EntityNames.Members(entity, parent, children[resource])).Map(parent, waiters);
            service.Entities.Add(entity);
        }

        var mapper = new GroupMapper(context, isRpc);
        service.Entities.AddRange(groups.Select(group => mapper.Map(group.Name, group.Routes)));
        waiters.Report();
        context.Types.Finish();
        return service;
    }

    private static ModelNode Root(JsonDocument document, ModelFile file, Gaps gaps) => new(document.RootElement, new Origin(file.Name, "#"), gaps);

    private static ModelNode? Node(JsonDocument? document, ModelFile? file, Gaps gaps) => document is null ? null : Root(document, file!, gaps);
}
