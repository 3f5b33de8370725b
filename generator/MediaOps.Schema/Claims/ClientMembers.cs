using System;
using System.Collections.Generic;
using System.Linq;

namespace MediaOps.Schema;

/// <summary>
/// The members that a client gets, one for each entity. Case does not tell them apart: what the client keeps lies in a field, and <c>URLS</c> and <c>Urls</c> would lie in one.
/// </summary>
internal static class ClientMembers
{
    /// <summary>The entities whose members have a name of their own: of several that want one, the first.</summary>
    public static IEnumerable<EntityFacts> Kept(IEnumerable<EntityFacts> entities, string client)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return entities.Where(entity => Refused(entity, client) is null && taken.Add(entity.ClientMember));
    }

    /// <summary>Why no client can have the member, whatever else is in it; null where it can.</summary>
    public static Clash? Refused(EntityFacts entity, string client)
    {
        string name = entity.ClientMember;
        string what = entity.Singleton ? "a singleton" : "a collection";
        return name switch
        {
            _ when ReservedNames.OfObject.Contains(name) => new Clash(Rules.ReservedName, PlaceOf(entity), name, what, "a member of every object"),
            _ when ReservedNames.OfClient.Contains(name) => new Clash(Rules.ReservedName, PlaceOf(entity), name, what, "a generated member"),
            _ when string.Equals(name, client, StringComparison.Ordinal) => new Clash(Rules.NamedLikeItsType, PlaceOf(entity), name),
            _ => null,
        };
    }

    /// <summary>The word of the file that names the member.</summary>
    public static string PlaceOf(EntityFacts entity) => entity.Singleton ? "entity" : "plural";
}
