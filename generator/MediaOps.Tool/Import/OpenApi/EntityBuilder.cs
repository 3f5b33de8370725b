using Microsoft.OpenApi;

namespace MediaOps.Tool.Import.OpenApi;

/// <summary>Makes an entity of a resource.</summary>
internal sealed class EntityBuilder(Schemas schemas, TypeBuilder types, ActionBuilder actions, ScaffoldPaging? paging, Dictionary<string, string> options, Origin components, Gaps gaps)
{
    /// <summary>Fills an entity that has its name.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="resource">What it is made of.</param>
    /// <param name="names">The names of the entities that it may lie in.</param>
    /// <param name="childNames">Names that its children bring.</param>
    public void Fill(ScaffoldEntity entity, Resource resource, IReadOnlyDictionary<Resource, ScaffoldEntity> names, IEnumerable<string> childNames)
    {
        NameScope scope = NameScope.OfEntity(entity.Name);
        foreach (string name in childNames.Concat(resource.Above.Count == 1 ? NameScope.OfParent(names[resource.Above[0]].Name) : []))
        {
            scope.TryTake(name);
        }

        var properties = new EntityProperties(schemas, types, components, gaps);
        properties.Fill(entity, resource, scope);
        Dictionary<string, string> places = Places(entity, resource, scope, names);
        Address address = Address.OfEntity(options, places);
        string? provisioning = entity.Properties.FirstOrDefault(property => property.Wire.Split('.')[^1] == "provisioningState" && property.Access == "readOnly")?.Wire;
        Lifecycle(entity, resource, address, provisioning);

        OpenApiSchema own = schemas.View(resource.Read.Answer).Schema;
        foreach (ApiOperation operation in resource.Others.Take(Limits.Members))
        {
            string wanted = CSharpName.Of(LastStep(operation, resource), "Call");
            string name = scope.TakeAction(wanted);
            entity.Actions.Add(actions.Action(name, operation, address, own, provisioning));
        }
    }

    private void Lifecycle(ScaffoldEntity entity, Resource resource, Address address, string? provisioning)
    {
        string[] properties = [.. entity.Properties.Select(property => property.Name)];
        entity.Read = actions.Verb("Read", resource.Read, address, [], null);
        entity.Create = resource.Create is { } create ? actions.Verb("Create", create, address, properties, provisioning) : null;
        entity.Update = resource.Update is { } update ? actions.Verb("Update", update, address, [], provisioning) : null;
        entity.Delete = resource.Delete is { } delete ? actions.Verb("Delete", delete, address, [], provisioning) : null;
        if (resource.List is not { } list || Pages.Find(list, schemas) is not { } pages)
        {
            return;
        }

        entity.List = actions.Verb("List", list, address, [], null);
        entity.List.Items = pages.Items == paging?.Items ? null : pages.Items;
        if (pages.Items != paging?.Items && pages.Items is null)
        {
            gaps.Add(GapRules.Paging, list.Origin, list.Display, "its answer is the list itself, read as one page");
        }

        if (pages.Next is { } next && next != paging?.Next)
        {
            gaps.Add(GapRules.Paging, list.Origin, list.Display, $"the next one is at '{next}', which is not read");
        }
    }

    /// <summary>The id and the ids of what it lies in: each becomes a property in the path, or is one that the body holds.</summary>
    private Dictionary<string, string> Places(ScaffoldEntity entity, Resource resource, NameScope scope, IReadOnlyDictionary<Resource, ScaffoldEntity> names)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var inPath = new List<ScaffoldProperty>();
        foreach (Resource above in resource.Above)
        {
            ScaffoldProperty? held = entity.Properties.FirstOrDefault(property => property.Wire == above.IdPlaceholder && property.Type is "string" or "int" or "long" or "guid");
            if (held is null)
            {
                held = InPath(above.IdPlaceholder, resource, scope, "createOnly");
                inPath.Add(held);
            }

            (held.InPath, held.Required, held.Access, held.Default) = (true, true, "createOnly", null);
            places[above.IdPlaceholder] = held.Name;
        }

        bool byCaller = resource.Create is null || resource.Create.Path == resource.Path;
        ScaffoldProperty? id = IdInBody(entity, resource);
        if (id is null)
        {
            id = InPath(resource.IdPlaceholder, resource, scope, byCaller ? "createOnly" : "readOnly");
            inPath.Add(id);
        }
        else if (byCaller)
        {
            (id.InPath, id.Required, id.Access, id.Default) = (true, true, "createOnly", null);
        }
        else
        {
            byCaller = id.Access != "readOnly" && id.Required;
            id.Access = byCaller ? "createOnly" : "readOnly";
        }

        entity.Properties.InsertRange(0, inPath);
        places[resource.IdPlaceholder] = id.Name;
        entity.Id = new ScaffoldId(id.Name, byCaller);
        if (resource.Above is [{ } parent])
        {
            entity.Parent = (names[parent].Name, places[parent.IdPlaceholder]);
        }

        return places;
    }

    private ScaffoldProperty InPath(string placeholder, Resource resource, NameScope scope, string access)
    {
        IOpenApiParameter? declared = resource.Read.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == placeholder);
        SchemaView view = schemas.View(declared?.Schema);
        string type = types.TypeOf(view, CSharpName.Of(placeholder, "Id"), resource.Read.Origin);
        bool plain = type is "string" or "int" or "long" or "guid";
        string wanted = CSharpName.Of(placeholder, "Id");
        var property = new ScaffoldProperty
        {
            Name = scope.Take(wanted),
            Wire = WirePath.Of(placeholder) ?? wanted,
            Type = plain ? type : "string",
            InPath = true,
            Access = access,
            Required = access == "createOnly",
            Origin = resource.Read.Origin,
            Description = SourceText.Prose(declared?.Description),
        };
        ValueReader.Fill(property, view, declared?.Schema, null, gaps);
        property.Default = null;
        return property;
    }

    /// <summary>The property of the body that holds what stands at the end of the path: of the same name, or called id or name.</summary>
    private static ScaffoldProperty? IdInBody(ScaffoldEntity entity, Resource resource)
    {
        string placeholder = resource.IdPlaceholder;
        bool isArm = resource.Path.Contains("/providers/", StringComparison.OrdinalIgnoreCase);
        string[] wires = isArm || placeholder.EndsWith("name", StringComparison.OrdinalIgnoreCase)
            ? [placeholder, "name"]
            : [placeholder, "id", placeholder.EndsWith("Id", StringComparison.Ordinal) ? placeholder[..^2] : placeholder, "name"];
        return wires
            .Select(wire => entity.Properties.FirstOrDefault(property => property.Wire.Equals(wire, StringComparison.OrdinalIgnoreCase) && property.Type is "string" or "int" or "long" or "guid"))
            .FirstOrDefault(property => property is not null);
    }

    /// <summary>What an operation below a resource is called: the last word of its path, or its id where that is a placeholder or a plain reading.</summary>
    private static string LastStep(ApiOperation operation, Resource resource)
    {
        string below = operation.Path[resource.Path.Length..].Trim('/', ':');
        bool word = operation.Method == "POST" && below.Length > 0 && below.AsSpan().IndexOfAny("{}/:") < 0;
        return word ? below : operation.Verb;
    }
}
