using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema;

namespace MediaOps.Generator.Pipeline;

/// <summary>
/// What the language can say and the generated client cannot do yet. Each is reported at its place, and an action that would not work is not generated:
/// a method that fails when it is called would be worse than none.
/// </summary>
internal static class Support
{
    /// <summary>Everything in a file that is not supported; of what is wrong anyway, that is said already.</summary>
    public static IEnumerable<Finding> Findings(ParsedFile parsed)
    {
        IEnumerable<(string Member, string What)> gaps = (parsed.Service is { } service ? Gaps(service) : []).Concat(parsed.Entity is { } entity ? Gaps(entity) : []);
        return gaps.Where(gap => !parsed.Findings.Any(finding => finding.Member == gap.Member && finding.Severity == Severity.Error)).Select(gap =>
            new Finding(Rules.NotSupported.Id, Rules.NotSupported.Severity, Rules.NotSupported.Format(gap.What), parsed.Path, parsed.Marks.Value(gap.Member), gap.Member));
    }

    /// <summary>The path that lists the children of one parent; null where there is none that would work.</summary>
    public static string? ListOf(ParentSpec parent) => parent.List is { } list && Places(list) == 1 ? list : null;

    /// <summary>The entity without the actions that would not work.</summary>
    public static EntitySpec Remove(EntitySpec spec) => spec with
    {
        Create = Keep(spec.Create, spec),
        Read = Keep(spec.Read, spec),
        List = Keep(spec.List, spec),
        Update = Keep(spec.Update, spec),
        Delete = Keep(spec.Delete, spec),
        Actions = spec.Actions.Where(action => Keep(action, spec) is not null).ToEquatableArray(),
    };

    private static IEnumerable<(string Member, string What)> Gaps(ServiceSpec service)
    {
        foreach (TrackingSpec tracking in service.Tracking.Where(tracking => tracking.Kind != TrackingKind.Operation))
        {
            yield return ("tracking/" + tracking.Name + "/kind", "Tracking of this kind");
        }

        foreach (TrackingSpec tracking in service.Tracking.Where(tracking => tracking.Kind == TrackingKind.Operation && tracking.Status.Path is null))
        {
            yield return ("tracking/" + tracking.Name + "/status", "A status without 'path'");
        }

        if (service.Auth.Count > 0 && !service.Auth.Any(auth => auth.Scheme is AuthScheme.Bearer or AuthScheme.None))
        {
            yield return ("auth", "Authentication other than bearer");
        }

        if (service.UpdateVerb == UpdateVerb.Put)
        {
            yield return ("updateVerb", "An update that sends the whole entity");
        }

        if (service.Wire.Envelope is not null)
        {
            yield return ("wire/envelope", "An envelope around bodies");
        }

        if (service.Errors.OkWhenPath is not null)
        {
            yield return ("errors/okWhen", "A failure under HTTP 200");
        }

        if (service.Paging is { Style: not PagingStyle.Offset })
        {
            yield return ("paging/style", "Paging other than by offset");
        }
    }

    private static IEnumerable<(string Member, string What)> Gaps(EntitySpec entity)
    {
        IEnumerable<(string Member, string What)> gaps = EntityActions.Of(entity).SelectMany(action => Gaps(action, entity));
        return entity.Parent is { List: not null } parent && ListOf(parent) is null ? gaps.Append(("parent/list", "A path with places for other values than one parent's id")) : gaps;
    }

    private static IEnumerable<(string Member, string What)> Gaps(ActionSpec action, EntitySpec entity)
    {
        string at = action.Kind == ActionKind.Custom ? "actions/" + action.Name : "lifecycle/" + action.Name.ToLowerInvariant();
        if (!PathWorks(action, entity))
        {
            bool early = action.Kind is ActionKind.Create or ActionKind.List && action.Path.IndexOf("{" + entity.Id.Property + "}", StringComparison.Ordinal) >= 0;
            yield return (at + "/http", early ? "A create whose path holds the new entity's id" : "A path with places for other values than one entity's id");
        }

        foreach (ParameterSpec parameter in action.Parameters.Where(parameter => parameter.In != ParameterIn.Body))
        {
            yield return (at + "/parameters/" + parameter.Name + "/in", "A parameter outside the body");
        }
    }

    private static ActionSpec? Keep(ActionSpec? action, EntitySpec entity) => action is null || Gaps(action, entity).Any() ? null : action;

    /// <summary>A create and a list know no id; everything else knows one.</summary>
    private static bool PathWorks(ActionSpec action, EntitySpec entity)
    {
        int places = Places(action.Path);
        return places == 0
            || (places == 1
                && action.Kind is not (ActionKind.Create or ActionKind.List)
                && action.Path.IndexOf("{" + entity.Id.Property + "}", StringComparison.Ordinal) >= 0);
    }

    private static int Places(string path) => path.Count(c => c == '{');
}
