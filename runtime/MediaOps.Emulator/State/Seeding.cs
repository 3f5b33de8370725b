using System.Text;
using System.Text.Json;
using MediaOps.Emulation.Model;
using MediaOps.Emulation.Validation;

namespace MediaOps.Emulation.State;

/// <summary>Makes entities that no client has created.</summary>
internal static class Seeding
{
    /// <exception cref="ArgumentException">There is no such kind or code, or the body is not what the schema says.</exception>
    public static Entity Add(ServiceModel model, ServiceState state, string entity, string json, string? deleteRefusal)
    {
        EntityModel kind = model.Entity(entity) ?? throw new ArgumentException($"The service has no {entity}; it has {string.Join(", ", model.Entities.Select(e => e.Name))}.", nameof(entity));
        if (JsonBody.TryRead(Encoding.UTF8.GetBytes(json), mayBeEmpty: false, anyValue: false, out JsonElement root) is { } problem)
        {
            throw new ArgumentException(problem, nameof(json));
        }

        var problems = new List<string>();
        List<Member> members = kind.SeedValidator.Read(root, kind.SeedShape, null, problems);
        BodyValidator.RequireAll(kind.SeedShape, members.Select(m => m.Spec), string.Empty, problems);
        var address = members.Where(m => m.Spec.InPath).ToDictionary(m => m.Spec.Name, m => m.Value?.ToString() ?? string.Empty, StringComparer.Ordinal);
        members.RemoveAll(m => kind.AddressProperties.Contains(m.Spec));
        string? Text(string? property) => members.Find(m => m.Spec.Name == property)?.Value?.ToString();
        string id = kind.Spec.Singleton ? string.Empty : Text(kind.Spec.Id.Property) ?? state.NewId(kind);
        if (!kind.Ids.IsWellFormed(id) && !kind.Spec.Singleton)
        {
            problems.Add($"{kind.Spec.Id.Property} must match {kind.Spec.Id.Pattern}.");
        }

        if (kind.Address.Except(address.Keys, StringComparer.Ordinal).FirstOrDefault(n => n != kind.Spec.Id.Property) is { } missing)
        {
            problems.Add($"{missing} is a part of the address and is required.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"This is no {entity}: {string.Join(" ", problems)}", nameof(json));
        }

        (string Code, int Status)? refusal = deleteRefusal is null ? null
            : model.Errors.Find(deleteRefusal) ?? throw new ArgumentException($"The service has no error code {deleteRefusal}.", nameof(deleteRefusal));
        var seeded = Entity.Of(kind, id, address, members, refusal);
        if (kind.Spec.Singleton && state.Find(kind, seeded.Key) is { } before)
        {
            state.Forget(before);
        }

        if (StateRules.CheckNew(model, state, seeded) is { } rule)
        {
            throw new ArgumentException(rule.Message, nameof(json));
        }

        state.Add(seeded, kind.StateName(Text(kind.Spec.State?.Property)) ?? kind.Spec.State?.Initial);
        return seeded;
    }
}
