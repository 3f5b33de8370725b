using MediaOps.Emulation.Model;
using MediaOps.Schema;

namespace MediaOps.Emulation.Validation;

/// <summary>The members of a JSON object: properties, and the objects that only group them (<c>IP</c> of <c>IP.Allow</c>).</summary>
internal sealed class ObjectShape
{
    private readonly Dictionary<string, ObjectShape> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertySpec> _members = new(StringComparer.Ordinal);

    public ObjectShape(IEnumerable<PropertySpec> properties)
    {
        foreach (PropertySpec property in properties)
        {
            JsonPath path = JsonPath.Parse(property.Wire);
            ObjectShape at = this;
            foreach (string group in path.Segments.SkipLast(1))
            {
                if (!at._groups.TryGetValue(group, out ObjectShape? inner))
                {
                    at._groups[group] = inner = new ObjectShape([]);
                }

                at = inner;
            }

            at._members[path.Segments[^1]] = property;
            Properties.Add((property, path));
        }
    }

    public List<(PropertySpec Spec, JsonPath Path)> Properties { get; } = [];

    public IEnumerable<string> Names => _members.Keys.Concat(_groups.Keys);

    public PropertySpec? Member(string name) => _members.GetValueOrDefault(name);

    public ObjectShape? Group(string name) => _groups.GetValueOrDefault(name);
}
