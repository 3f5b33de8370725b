using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What can be said about a service file by itself.</summary>
internal static class ServiceChecks
{
    public static void Check(ServiceSpec service, FindingSink sink)
    {
        NameChecks.Namespace(service.Namespace, sink);
        NameChecks.TypeName(service.Client, "the client", "client", sink);
        NameChecks.Twice(service.Options.Select(option => option.Name), "option", "options", sink);
        NameChecks.ParameterNames(service.Options.Select(option => option.Name), ReservedNames.OfOptions, "options", sink);
        NameChecks.Types(service.Types, sink);
        AddressChecks.NotInTypes(service.Types, sink);
        UniqueChecks.NotInTypes(service.Types, sink);
        TypeChecks.Members(service.Types, TypeMembers.Enums(service.Types), sink);
        TypeChecks.Cycles(service.Types, sink);
        TypeChecks.Wires(SpecResolver.Resolve(service.Types, service.Wire), sink);
        TypeChecks.Known(TypeChecks.Uses(service.Types), TypeChecks.ByName(service.Types), null, sink);
        foreach (TypeSpec type in service.Types)
        {
            foreach (PropertySpec property in type.Properties)
            {
                LimitChecks.Property(property, "types/" + type.Name + "/properties/" + property.Name, sink);
            }
        }

        Endpoint(service, sink);
        NameChecks.Twice(service.Tracking.Select(tracking => tracking.Name), "tracking profile", "tracking", sink);
        foreach (TrackingSpec tracking in service.Tracking)
        {
            TrackingChecks.Check(tracking, "tracking/" + tracking.Name, sink);
        }

        Auth(service, sink);
        Paging(service.Paging, sink);
        Envelope(service.Wire.Envelope, sink);
        Errors(service.Errors, sink);
    }

    private static void Endpoint(ServiceSpec service, FindingSink sink)
    {
        foreach (OptionSpec option in service.Options)
        {
            LimitChecks.Option(option, "options/" + option.Name, sink);
        }

        PathChecks.Balanced(service.Endpoint, "endpoint", sink);
        PathChecks.Known(service.Endpoint, new HashSet<string>(service.Options.Select(option => option.Name), StringComparer.Ordinal), "endpoint", sink);
        if (service.Endpoint.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !(Uri.TryCreate(service.Endpoint, UriKind.Absolute, out Uri? uri) && uri.IsLoopback))
        {
            sink.Report(Rules.PlainHttp, "endpoint");
        }
    }

    private static void Auth(ServiceSpec service, FindingSink sink)
    {
        var options = new HashSet<string>(service.Options.Select(option => option.Name), StringComparer.Ordinal);
        for (int i = 0; i < service.Auth.Count; i++)
        {
            AuthSpec auth = service.Auth[i];
            string path = "auth/" + i.ToString(CultureInfo.InvariantCulture);
            IEnumerable<(string Word, string? Value)> needed = auth.Scheme switch
            {
                AuthScheme.ApiKey => [("header", auth.Header)],
                AuthScheme.SigV4 => [("signingName", auth.SigningName), ("region", auth.Region)],
                _ => [],
            };
            foreach ((string word, string? _) in needed.Where(need => string.IsNullOrEmpty(need.Value)))
            {
                sink.Report(Rules.AuthIncomplete, path, auth.Scheme == AuthScheme.SigV4 ? "sigv4" : "apiKey", word);
            }

            if (auth.Region is not null)
            {
                PathChecks.BalancedBraces(auth.Region, path + "/region", sink);
                PathChecks.Known(auth.Region, options, path + "/region", sink);
            }
        }
    }

    private static void Paging(PagingSpec? paging, FindingSink sink)
    {
        IEnumerable<(string Word, string? Value)> needed = paging?.Style switch
        {
            PagingStyle.Offset => [("param", paging.Param)],
            PagingStyle.Token => [("next", paging.Next), ("param", paging.Param)],
            PagingStyle.NextLink => [("next", paging.Next)],
            _ => [],
        };
        foreach ((string word, string? _) in needed.Where(need => string.IsNullOrEmpty(need.Value)))
        {
            sink.ReportName(Rules.PagingIncomplete, "paging", paging!.Style switch { PagingStyle.Offset => "offset", PagingStyle.Token => "token", _ => "nextLink" }, word);
        }
    }

    private static void Envelope(string? envelope, FindingSink sink)
    {
        if (envelope?.Replace(WireSpec.EntityPlaceholder, string.Empty).IndexOfAny(['{', '}']) >= 0 || envelope?.Length == 0)
        {
            sink.Report(Rules.Structure, "wire/envelope", $"'{Messages.Clean(envelope!)}' is not the name of a member, in which {WireSpec.EntityPlaceholder} may stand for the entity's name.");
        }
    }

    private static void Errors(ErrorsSpec errors, FindingSink sink)
    {
        if (errors.Enum is not null)
        {
            NameChecks.TypeName(errors.Enum, "the enum of error codes", "errors/enum", sink);
        }

        NameChecks.EnumValues(errors.Codes.Select(code => code.Name), "error code", "errors/codes", sink);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ErrorCodeSpec code in errors.Codes)
        {
            foreach (string wire in code.Wire)
            {
                if (seen.TryGetValue(wire, out string? earlier) && earlier != code.Name)
                {
                    sink.Report(Rules.CodeTwice, "errors/codes/" + code.Name, earlier, code.Name, Messages.Clean(wire));
                }

                seen[wire] = code.Name;
            }
        }
    }
}
