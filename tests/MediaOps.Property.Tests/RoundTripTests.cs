using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MediaOps.Generator.Tests.Harness;
using MediaOps.PropertyTests.Arbitrary;
using MediaOps.Runtime;

namespace MediaOps.PropertyTests;

/// <summary>What a generated writer writes, the generated reader reads as the same. The types are those of random schemas without limits of values.</summary>
public sealed class RoundTripTests
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;
    private const int ValuesPerType = 10;

    [Fact]
    public void Values_of_types_are_read_as_they_were_written() => Law.Holds(
        Seeded(SchemaGen.Valid),
        5,
        given =>
        {
            (SchemaModel schema, int seed) = given;
            var client = Client.Of(schema.WithoutLimits().Files);
            foreach (string name in schema.Types.Concat(schema.Entities.SelectMany(entity => entity.Types)).Where(type => !type.IsEnum).Select(type => type.Name))
            {
                Type type = client.Type(name);
                foreach (object value in Values(ValueGen.Of(type), seed))
                {
                    Law.None(SameValue.Differences(value, Generic(nameof(WriteAndRead), type, client.Type(name + "Json"), value, true), name + " with nulls"));
                    Law.None(SameValue.Differences(value, Generic(nameof(WriteAndRead), type, client.Type(name + "Json"), value, false), name));
                }
            }
        },
        given => SchemaShrinker.Smaller(given.Schema).Select(smaller => (smaller, given.Seed)));

    [Fact]
    public void What_a_create_sends_is_what_the_entity_reads_and_what_its_update_sends_again() => Law.Holds(
        Seeded(SchemaGen.Valid.Where(schema => schema.Entities.Any(HasCreate))),
        5,
        given =>
        {
            (SchemaModel schema, int seed) = given;
            var client = Client.Of(schema.WithoutLimits().Files);
            foreach (string name in schema.Entities.Where(HasCreate).Select(entity => entity.Name))
            {
                MethodInfo make = client.Type(name + "CreationOptionsJson").GetMethod("Make", Hidden)!;
                foreach (object options in Values(ValueGen.Of(client.Type(name + "CreationOptions"), "State"), seed))
                {
                    // A child's body takes the id of its parent beside the options, where it may be missing.
                    options.GetType().GetProperty("OwnerId")?.SetValue(options, "owner");
                    var sent = (RequestArguments)make.Invoke(null, [options, .. make.GetParameters().Skip(1).Select(_ => "owner")])!;
                    Law.None(Generic(nameof(ReadAndUpdate), client.Type(name + "Data"), client.Type(name + "DataJson"), options, sent.Body.Bytes) as string[] ?? []);
                }
            }
        },
        given => SchemaShrinker.Smaller(given.Schema).Select(smaller => (smaller, given.Seed)));

    /// <summary>Schemas, each with a seed for values of its types, which are known only once it is compiled.</summary>
    private static Gen<(SchemaModel Schema, int Seed)> Seeded(Gen<SchemaModel> schemas) => from schema in schemas from seed in Gen.Choose(0, int.MaxValue) select (schema, seed);

    private static object[] Values(Gen<object> values, int seed) => [.. Gen.Sample(values, ValuesPerType, new Rnd((ulong)seed), ValuesPerType)];

    private static bool HasCreate(EntityModel entity) => entity.Verbs.Any(verb => verb.StartsWith("\"create\"", StringComparison.Ordinal));

    private static object? Generic(string method, Type type, params object[] arguments) =>
        typeof(RoundTripTests).GetMethod(method, Hidden)!.MakeGenericMethod(type).Invoke(null, arguments);

    private static object? WriteAndRead<T>(Type json, T value, bool nulls)
    {
        var write = json.GetMethod("Write", Hidden)!.CreateDelegate<Action<Utf8JsonWriter, T, bool>>();
        return Read<T>(json, RequestBody.Write(value, (writer, state) => write(writer, state, nulls)).Bytes);
    }

    private static string[] ReadAndUpdate<T>(Type json, object options, ReadOnlyMemory<byte> sent)
        where T : class, IEntityData<T>
    {
        T read = Read<T>(json, sent);
        T copy = read.Clone();
        var updatable = (EntityMember<T>[])json.GetField("Updatable", Hidden)!.GetValue(null)!;
        IEnumerable<string> differences = SameValue.Differences(read, copy, "copy");
        foreach (EntityMember<T> member in updatable)
        {
            T again = Read<T>(json, Nest(member, copy));
            PropertyInfo property = typeof(T).GetProperty(member.Name) ?? typeof(T).GetProperty(member.Name + "Text")!;
            differences = differences.Concat(SameValue.Differences(property.GetValue(copy), property.GetValue(again), "update." + member.Name));
        }

        // What is written and never read is not there to compare.
        return [.. differences, .. SameValue.Differences(options, read, "create")];
    }

    private static T Read<T>(Type json, ReadOnlyMemory<byte> text)
    {
        var read = json.GetMethod("Read", Hidden)!.CreateDelegate<EntityReader<T>>();
        var reader = new Utf8JsonReader(text.Span);
        reader.Read();
        T value = read(ref reader);
        Assert.Equal(text.Length, reader.BytesConsumed);
        return value;
    }

    /// <summary>The object that an update sends for one member.</summary>
    private static ReadOnlyMemory<byte> Nest<T>(EntityMember<T> member, T data) => RequestBody.Write(data, (writer, state) =>
    {
        writer.WriteStartObject();
        foreach (string segment in member.Wire.SkipLast(1))
        {
            writer.WriteStartObject(segment);
        }

        writer.WritePropertyName(member.Wire[^1]);
        member.Write(writer, state);
        foreach (string _ in member.Wire)
        {
            writer.WriteEndObject();
        }
    }).Bytes;
}
