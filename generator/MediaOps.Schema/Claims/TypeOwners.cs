using System;
using System.Collections.Generic;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>
/// Which file owns which name of a type. Of two that want one name the ordinally first by path gets it, services before entities, and both are told. Case does not
/// tell names apart, because the files that are generated may lie on a disk.
/// </summary>
internal sealed class TypeOwners
{
    private readonly Dictionary<string, Claim> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _generated = new(StringComparer.Ordinal);
    private readonly HashSet<(string Path, string Type)> _types = [];
    private readonly List<(string Path, Clash Clash)> _clashes = [];
    private readonly Lazy<ILookup<string, Clash>> _byPath;

    private TypeOwners() => _byPath = new Lazy<ILookup<string, Clash>>(() => _clashes.ToLookup(found => found.Path, found => found.Clash, StringComparer.Ordinal));

    /// <summary>Whether the file is generated.</summary>
    public bool IsGenerated(string path) => _generated.Contains(path);

    /// <summary>Whether a type of a generated file is generated.</summary>
    public bool OwnsType(string path, string type) => _types.Contains((path, type));

    /// <summary>What is to be said about a file.</summary>
    public IEnumerable<Clash> ClashesOf(string path) => _byPath.Value[path];

    /// <summary>Gives out the names.</summary>
    public static TypeOwners Of(SchemaIndex index)
    {
        var owners = new TypeOwners();
        foreach (ServiceFacts service in index.Services)
        {
            owners.TakeNamespace(service);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ServiceFacts service in index.Services)
        {
            // Of two services in one folder, or of one name, the checks of the service tell: the second would also take the first one's files.
            if (ReferenceEquals(index.ServiceOf(service.Folder), service) && names.Add(service.Name))
            {
                owners.Take(service);
            }
        }

        foreach (EntityFacts entity in index.Entities)
        {
            if (index.ServiceOf(entity.Folder) is { } service && owners.IsGenerated(service.Path))
            {
                owners.Take(entity, service);
            }
        }

        return owners;
    }

    /// <summary>A type cannot be named like a namespace that somebody's types are in.</summary>
    private void TakeNamespace(ServiceFacts service)
    {
        for (int dot = service.Namespace.IndexOf('.'); ; dot = service.Namespace.IndexOf('.', dot + 1))
        {
            string name = dot < 0 ? service.Namespace : service.Namespace.Substring(0, dot);
            _owners[name] = new Claim(service.Path, "namespace", name, "namespace " + name);
            if (dot < 0)
            {
                return;
            }
        }
    }

    private void Take(ServiceFacts service)
    {
        // All of them, one after the other, because a service can be in its own way.
        bool taken = !ReservedNames.IsNamespace(service.Namespace);
        foreach (Claim claim in OfService(service))
        {
            taken &= TryTake(service, ReservedNames.OfClient.Contains(claim.Name) && claim.Member == "client", [claim]);
        }

        if (taken)
        {
            _generated.Add(service.Path);
            TakeTypes(service.Path, service, service.Types.Select(type => type.Name), " of service.json");
        }
    }

    private void Take(EntityFacts entity, ServiceFacts service)
    {
        IEnumerable<string> names = GeneratedNames.OfEntity(entity.Name, service.Interfaces).Concat(entity.ActionNames.Append("List").Select(action => GeneratedNames.Arguments(entity.Name, action)));
        if (TryTake(service, isReserved: false, [.. names.Select(name => new Claim(entity.Path, "entity", name, "entity " + entity.Name))]))
        {
            _generated.Add(entity.Path);
            TakeTypes(entity.Path, service, entity.TypeNames, " of entity " + entity.Name);
        }
    }

    private void TakeTypes(string path, ServiceFacts service, IEnumerable<string> types, string whose)
    {
        foreach (string type in types)
        {
            if (TryTake(service, isReserved: false, [.. GeneratedNames.OfType(type).Select(name => new Claim(path, "types/" + type, name, "type " + type + whose))]))
            {
                _types.Add((path, type));
            }
        }
    }

    private static IEnumerable<Claim> OfService(ServiceFacts service) =>
    [
        .. GeneratedNames.OfService(service.Name).Select(name => new Claim(service.Path, "service", name, "service " + service.Name)),
        new Claim(service.Path, "client", service.Client, "the client of " + service.Name),
        .. service.ErrorsEnum is { } codes ? [new Claim(service.Path, "errors/enum", codes, "the error codes of " + service.Name)] : Array.Empty<Claim>(),
    ];

    /// <summary>Takes names that only go together, or says what is in the way of the first that cannot be had.</summary>
    private bool TryTake(ServiceFacts service, bool isReserved, Claim[] claims)
    {
        Claim first = claims[0];
        if (isReserved || ReservedNames.OfGenerated.Contains(first.Name))
        {
            _clashes.Add((first.Path, new Clash(Rules.ReservedName, first.Member, first.Name, "the name of a type", "a generated name")));
            return false;
        }

        foreach (Claim claim in claims)
        {
            if (_owners.TryGetValue(service.Namespace + "." + claim.Name, out Claim? owner))
            {
                Refuse(owner, claim);
                return false;
            }
        }

        foreach (Claim claim in claims)
        {
            _owners[service.Namespace + "." + claim.Name] = claim;
        }

        return true;
    }

    private void Refuse(Claim owner, Claim claim)
    {
        bool isTwin = string.Equals(owner.Claimant, claim.Claimant, StringComparison.OrdinalIgnoreCase);
        if (isTwin && string.Equals(SchemaFiles.FolderOf(owner.Path), SchemaFiles.FolderOf(claim.Path), StringComparison.Ordinal))
        {
            // Two of one name, in one list or in one folder, are said to be so by the checks of names; that all their names clash follows from it.
            return;
        }

        _clashes.Add((claim.Path, isTwin ? Twin(claim, owner) : Clash.Between(claim.Member, claim.Name, owner.Claimant, claim.Claimant)));
        if (!string.Equals(owner.Path, claim.Path, StringComparison.Ordinal))
        {
            _clashes.Add((owner.Path, isTwin ? Twin(owner, claim) : Clash.Between(owner.Member, claim.Name, owner.Claimant, claim.Claimant)));
        }
    }

    private static Clash Twin(Claim one, Claim other) =>
        new(Rules.ClaimedTwice, one.Member, one.Claimant.Substring(0, one.Claimant.IndexOf(' ')), one.Name, Messages.Clean(other.Path));

    /// <summary>A wish for a name.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Member">The member that needs it.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Claimant">Who needs it.</param>
    private sealed record Claim(string Path, string Member, string Name, string Claimant);
}
