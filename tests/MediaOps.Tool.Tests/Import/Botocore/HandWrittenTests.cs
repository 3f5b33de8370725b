using MediaOps.Schema;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>
/// The miniature's encoder has the waiters of a channel of MediaLive. What is made of them is what people wrote into <c>schema/medialive</c> by hand, but for
/// what no waiter says: where an action is allowed, and that a start which falls back has failed.
/// </summary>
public sealed class HandWrittenTests
{
    private static readonly EntitySpec Channel = SchemaSet.Load(Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "medialive"))
        .Select(file => ("medialive/" + Path.GetFileName(file), File.ReadAllText(file)))).Services.Single().Entities.Single(entity => entity.Name == "Channel");

    private static readonly ScaffoldEntity Encoder = Imported.Of(Miniatures.Studio, Miniatures.StudioWaiters, Miniatures.StudioPaginators).Entity("Encoder");

    [Fact]
    public void The_kinds_of_states_are_those_that_people_gave_them()
    {
        var byHand = Channel.State!.Values.ToDictionary(value => value.Wire, value => value.Name + ":" + value.Kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

        Assert.Equal(9, Encoder.State!.Values.Count);
        Assert.All(Encoder.State.Values, value => Assert.Equal(byHand[Wire(value.Name)], value.Name + ":" + value.Kind));
        Assert.Equal(Channel.State.Initial, Encoder.State.Initial);
    }

    [Theory]
    [InlineData("Create", "CreateFailed")]
    [InlineData("Start", "")]
    [InlineData("Stop", "")]
    [InlineData("Delete", "")]
    public void Actions_end_and_pass_as_people_wrote(string name, string onFailure)
    {
        ActionSpec byHand = new[] { Channel.Create!, Channel.Delete! }.Concat(Channel.Actions).Single(action => action.Name == name);
        ScaffoldAction imported = Encoder.AllActions.Single(action => action.Name == name);

        Assert.Equal(byHand.To, imported.To!);
        Assert.Equal(byHand.Via, imported.Via);
        Assert.Equal(onFailure, string.Join(',', imported.OnFailure));
        Assert.Null(imported.From);
        Assert.Equal(name == "Start" ? "Idle" : onFailure, string.Join(',', byHand.OnFailure));
    }

    /// <summary>Wire values of the hand-written file follow from its names; there the resolver has filled them in.</summary>
    private static string Wire(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
