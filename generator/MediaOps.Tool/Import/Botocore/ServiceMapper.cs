using MediaOps.Schema;

namespace MediaOps.Tool.Import.Botocore;

/// <summary>What all entities of a service share: its address, how requests are signed, how names are written.</summary>
internal static class ServiceMapper
{
    private const string Region = "Region";

    /// <summary>The service without types, errors and entities.</summary>
    /// <param name="model">The model.</param>
    /// <param name="origin">The file.</param>
    /// <param name="settings">What was chosen for the import.</param>
    /// <param name="gaps">Learns what is not known.</param>
    public static ScaffoldService Map(AwsModel model, Origin origin, ImportSettings settings, Gaps gaps)
    {
        AwsMetadata metadata = model.Metadata;
        string called = settings.ServiceName(metadata.ServiceId ?? metadata.SigningName ?? metadata.EndpointPrefix);
        var service = new ScaffoldService
        {
            Name = called,
            Namespace = settings.NamespaceOf(called),
            Origin = origin,
            Endpoint = Endpoint(metadata, gaps),
            Version = metadata.ApiVersion is { } version && SourceText.IsLiteral(version) ? version : null,
            Description = SourceText.Prose(model.Metadata.Documentation) ?? SourceText.Prose(metadata.FullName),
            WireNames = IsCamelCase(model) ? "camelCase" : "asIs",
        };
        service.Options.Add(new ScaffoldOption
        {
            Name = Region,
            Pattern = "^[a-z]{2}(-[a-z]{1,20}){1,3}-[0-9]$",
            Description = "The region, such as eu-west-1; requests are signed for it.",
        });
        service.Auth.Add(Auth(metadata, gaps));
        return service;
    }

    private static string Endpoint(AwsMetadata metadata, Gaps gaps)
    {
        if (metadata.GlobalEndpoint is { } global && Names.IsHost(global) && !global.StartsWith('*'))
        {
            return "https://" + global + "/";
        }

        if (metadata.EndpointPrefix is { } prefix && Names.IsHost(prefix) && !prefix.StartsWith('*'))
        {
            return "https://" + prefix + ".{" + Region + "}.amazonaws.com/";
        }

        const string Example = "https://example.{" + Region + "}.amazonaws.com/";
        gaps.Add(GapRules.Endpoint, metadata.Origin, Example);
        return Example;
    }

    private static ScaffoldAuth Auth(AwsMetadata metadata, Gaps gaps)
    {
        if (metadata.SignatureVersion is null or "v4")
        {
            string? name = metadata.SigningName ?? metadata.EndpointPrefix;
            if (name is not null && Names.IsHeader(name))
            {
                return new ScaffoldAuth("sigv4", SigningName: name, Region: "{" + Region + "}");
            }
        }

        gaps.Add(GapRules.Authorization, metadata.Origin, $"the signature version is '{SourceText.Short(metadata.SignatureVersion ?? "v4")}', or there is no name to sign with");
        return new ScaffoldAuth("none");
    }

    /// <summary>Whether most names on the wire begin with a small letter where the model's begin with a capital.</summary>
    private static bool IsCamelCase(AwsModel model)
    {
        int small = 0;
        foreach (AwsMember member in model.Shapes.Values.SelectMany(shape => shape.Members).Where(member => member.Place == AwsPlace.Body && member.Wire.Length > 0))
        {
            small += char.IsAsciiLetterLower(member.Wire[0]) ? 1 : -1;
        }

        return small > 0;
    }
}
