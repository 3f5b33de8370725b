using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>Which options a client needs once it has its endpoint.</summary>
public static class OptionUse
{
    /// <summary>The options in the order of the file that requests are made with: those in paths, in bodies and in the region of signatures. An option of the endpoint alone is none of them.</summary>
    /// <param name="service">The service.</param>
    /// <param name="entities">The facts of its entities.</param>
    public static EquatableArray<OptionSpec> OfRequests(ServiceSpec service, IEnumerable<EntityFacts> entities)
    {
        IEnumerable<string?> templates = service.Auth.Select(auth => auth.Region)
            .Concat(service.Tracking.SelectMany(tracking => new[] { tracking.PollPath, tracking.CancelPath }));
        var used = new HashSet<string>(
            templates.OfType<string>().SelectMany(PathChecks.Placeholders).Select(placeholder => placeholder.Name).Concat(entities.SelectMany(entity => entity.Placeholders)),
            StringComparer.Ordinal);
        return service.Options.Where(option => used.Contains(option.Name)).ToEquatableArray();
    }
}
