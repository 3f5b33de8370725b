using MediaOps.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MediaOps.Analyzers.Tests;

/// <summary>Clients by hand that do more than a generated one: only what their attributes surely say is believed.</summary>
public sealed class OddClientTests
{
    private const string Client = """
        using MediaOps;

        namespace Stage
        {
            public enum LampState { Unknown, Off, Warming, On }

            public enum BulbState { Unknown, Dark, Bright }

            public struct Glow { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }

            [Stateful(typeof(LampState))]
            public class Lamp
            {
                public LampState State { get; set; }

                public Bulbs Bulbs => new();

                [StateTransition(From = new[] { "Off" }, Via = new[] { "Warming" }, To = new[] { "On" })] public void Light() { }

                [StateTransition(From = new[] { "Off" }, Via = new[] { "Warming" }, To = new[] { "On" })] public Glow LightSlowly() => default;

                [StateTransition(From = new[] { "Off" }, Via = new[] { "Warming" }, To = new[] { "On" })] public bool TryLight() => false;

                [StateTransition(From = new[] { "Off" }, Via = new[] { "Warming" }, To = new[] { "On" })] public System.Func<Task> LightLater() => () => Task.CompletedTask;

                [StateTransition(From = new[] { "Off" }, Via = new[] { "Warming" }, To = new[] { "On" })] public Lamp LightIt() => this;

                [StateTransition(From = new[] { "On" }, To = new[] { "Off" })] public void Douse() { }

                [StateNeutral] public void Visit(Action<Lamp> visitor) { }

                [StateNeutral] public void Count(int number) { }
            }

            [Stateful(typeof(BulbState))]
            public class Bulb
            {
                public BulbState State => default;

                public Lamp Lamp => new();

                [StateTransition(From = new[] { "Dark" }, To = new[] { "Bright" })] [RequiresState(typeof(Lamp), Relation.Parent, "On")] public void Shine() { }
            }

            public class Lamps { [InitialState("Off")] public Lamp Make() => new(); }

            public class Bulbs { [InitialState("Dark")] public Bulb Make() => new(); }
        }
        """;

    [Theory]
    [InlineData("lamp.LightSlowly(); lamp.Light();", "that returns something else to await may not have ended")]
    [InlineData("lamp.LightLater(); lamp.Light();", "that returns what is to be called may not have begun")]
    [InlineData("if (!lamp.TryLight()) { lamp.Light(); }", "that says whether it has succeeded may not have")]
    [InlineData("lamp.Visit(each => each.Light()); lamp.Douse();", "that leaves the state calls back, and the caller need not leave it")]
    [InlineData("lamp.State = Stage.LampState.On; lamp.Douse();", "lets the state be set")]
    [InlineData("lamp.Bulbs.Make().Lamp.Light(); lamp.Douse();", "leads from a child to its parent")]
    public async Task It_is_not_believed_when_a_client(string code, string why)
    {
        Assert.NotEmpty(why);
        Assert.Empty(await ReportedAsync(code));
    }

    [Theory]
    [InlineData("lamp.LightIt(); lamp.Light();", "MOPS1001 at 'Light'")]
    [InlineData("lamp.Count(1); lamp.Douse();", "MOPS1001 at 'Douse'")]
    [InlineData("lamp.LightSlowly(); lamp.Light(); lamp.Light();", "")]
    [InlineData("lamp.Light(); lamp.TryLight();", "MOPS1001 at 'TryLight'")]
    [InlineData("lamp.Bulbs.Make().Shine();", "MOPS1003 at 'Shine'")]
    public async Task It_is_believed_where_it_is_clear(string code, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], await ReportedAsync(code));

    private static async Task<IEnumerable<string>> ReportedAsync(string code)
    {
        string use = "class C { void M(Stage.Lamps lamps) { var lamp = lamps.Make(); " + code + " } }";
        CSharpCompilation compilation = Compiler.Library([Compiler.Parse(Client, "Client.cs"), Compiler.Parse(use, "Use.cs")], null);
        Assert.Empty(Compiler.Errors(compilation.GetDiagnostics()));
        return (await Compiler.AnalyzeAsync(compilation)).Select(diagnostic => Compiler.Describe(diagnostic)["1: ".Length..]);
    }
}
