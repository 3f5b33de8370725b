using System.Collections;
using System.Reflection;
using MediaOps.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MediaOps.Generator.Tests;

public sealed class IncrementalityTests
{
    [Fact]
    public void The_same_input_starts_no_step()
    {
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2);

        Assert.All(StepReasons.Names, step => Assert.Equal(0, steps.Computed(step)));
        Assert.Equal(0, steps.Outputs);
    }

    [Fact]
    public void An_edit_of_CSharp_parses_nothing_and_emits_nothing()
    {
        StepReasons steps = Driver.Steps(Schemas.Ten, Schemas.Ten, editsCSharp: true);

        Assert.All(StepReasons.Names, step => Assert.Equal(0, steps.Computed(step)));
        Assert.Equal(0, steps.Outputs);
    }

    [Fact]
    public void White_space_in_a_schema_is_parsed_and_emits_nothing()
    {
        SchemaText spaced = Schemas.Channel with { Text = "\n\n  " + Schemas.Channel.Text };
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2With(spaced));

        Assert.Equal(1, steps.Changed(Steps.Files));
        Assert.Equal(1, steps.Changed(Steps.Parse));
        Assert.True(steps.IsCached(Steps.Spec));
        Assert.True(steps.IsCached(Steps.Facts));
        Assert.True(steps.IsCached(Steps.Index));
        Assert.True(steps.IsCached(Steps.Model));
        Assert.True(steps.IsCached(Steps.Client));
        Assert.True(steps.IsCached(Steps.Source));
    }

    [Fact]
    public void The_body_of_one_entity_among_ten_emits_that_entity()
    {
        SchemaText[] after = [.. Schemas.Ten];
        after[4] = after[4].With("\"maxLength\": 64", "\"maxLength\": 63");
        StepReasons steps = Driver.Steps(Schemas.Ten, after);

        Assert.Equal(1, steps.Changed(Steps.Parse));
        Assert.Equal(1, steps.Changed(Steps.Spec));
        Assert.True(steps.IsCached(Steps.Facts));
        Assert.True(steps.IsCached(Steps.Index));
        Assert.Equal(1, steps.Changed(Steps.Model));
        Assert.True(steps.IsCached(Steps.Client));
        Assert.All(steps.Emitted, hint => Assert.StartsWith("Studio.EncoderD", hint, StringComparison.Ordinal));
        Assert.NotEmpty(steps.Emitted);
    }

    [Fact]
    public void A_changed_fact_emits_those_that_use_it()
    {
        // Stop needs the children's state, so EncoderA knows the states of EncoderB and nobody else does.
        SchemaText parent = Schemas.SmallEntity("EncoderA").With("\"from\": \"Running\",", "\"from\": \"Running\", \"requires\": { \"children\": { \"EncoderB\": [ \"Stopped\", \"Broken\" ] } },");
        SchemaText child = Schemas.SmallEntity("EncoderB");
        SchemaText[] before = [Schemas.SmallService(), parent, child, Schemas.SmallEntity("EncoderC")];
        SchemaText[] after = [before[0], parent, child.With("\"Deleted\": { \"kind\": \"gone\" }", "\"Broken\": { \"kind\": \"fault\" }, \"Deleted\": { \"kind\": \"gone\" }"), before[3]];
        StepReasons steps = Driver.Steps(before, after);

        Assert.Equal(1, steps.Changed(Steps.Facts));
        Assert.Equal(1, steps.Changed(Steps.Index));
        Assert.Equal(2, steps.Changed(Steps.Model));
        Assert.Contains("Studio.EncoderA.g.cs", steps.Emitted);
        Assert.Contains("Studio.EncoderB.g.cs", steps.Emitted);
        Assert.DoesNotContain("Studio.EncoderC.g.cs", steps.Emitted);
    }

    [Fact]
    public void The_name_of_a_childs_collection_emits_the_child_its_parent_and_the_client()
    {
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2With(Schemas.Program.With("\"plural\": \"Programs\"", "\"plural\": \"Recordings\"")));

        Assert.Equal(1, steps.Changed(Steps.Parse));
        Assert.Equal(2, steps.Changed(Steps.Model));
        Assert.Equal(1, steps.Changed(Steps.Client));
        Assert.Contains("AmsV2.Channel.g.cs", steps.Emitted);
        Assert.Contains("AmsV2.Program.g.cs", steps.Emitted);
        Assert.DoesNotContain("AmsV2.StreamingEndpoint.g.cs", steps.Emitted);
    }

    [Fact]
    public void The_name_of_a_parent_emits_its_children_and_nobody_else()
    {
        SchemaText renamed = Schemas.Channel.With("\"entity\": \"Channel\"", "\"entity\": \"Pipeline\"").With("ChannelState\"", "PipelineState\"");
        SchemaText[] before = Schemas.AmsV2With(Schemas.Program.With("\"entity\": \"Channel\"", "\"entity\": \"Pipeline\""));
        StepReasons steps = Driver.Steps(before, [.. before.Select(file => file.Path == renamed.Path ? renamed : file)]);

        Assert.Equal(1, steps.Changed(Steps.Parse));
        Assert.Equal(2, steps.Changed(Steps.Model));
        Assert.Contains("AmsV2.Pipeline.g.cs", steps.Emitted);
        Assert.Contains("AmsV2.Program.g.cs", steps.Emitted);
        Assert.DoesNotContain("AmsV2.StreamingEndpoint.g.cs", steps.Emitted);
    }

    [Theory]
    [InlineData("\"maxLength\": 256", "\"maxLength\": 255")]
    [InlineData("\"by\": \"ChannelId\"", "\"by\": \"AssetId\"")]
    [InlineData("/Channels('{ChannelId}')/Programs", "/Channels('{ChannelId}')/Shows")]
    [InlineData("\"requires\": { \"parent\": \"Running\" }", "\"requires\": { \"parent\": \"Stopped\" }")]
    public void What_a_child_keeps_to_itself_emits_the_child_alone(string part, string replacement)
    {
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2With(Schemas.Program.With(part, replacement)));

        Assert.Equal(1, steps.Changed(Steps.Model));
        Assert.Equal(0, steps.Changed(Steps.Client));
        Assert.All(steps.Emitted, hint => Assert.Contains("Program", hint, StringComparison.Ordinal));
        Assert.NotEmpty(steps.Emitted);
    }

    [Fact]
    public void A_parent_that_can_no_longer_be_read_emits_its_children_without_the_members_that_read_it()
    {
        SchemaText blind = Schemas.Channel.With("\"read\": { \"http\": \"GET /Channels('{Id}')\" },", "");
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2With(blind));

        Assert.Equal(2, steps.Changed(Steps.Model));
        Assert.DoesNotContain("GetChannelAsync", Driver.Sources(Schemas.AmsV2With(blind))["AmsV2.Program.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("AmsV2.StreamingEndpoint.g.cs", steps.Emitted);
    }

    [Fact]
    public void A_rule_of_the_service_emits_the_service_alone()
    {
        SchemaText[] after = Schemas.AmsV2With(Schemas.AmsV2Service.With("\"x-ms-version\": \"2.19\"", "\"x-ms-version\": \"2.18\""));
        StepReasons steps = Driver.Steps(Schemas.AmsV2, after);

        Assert.Equal(1, steps.Changed(Steps.Client));
        Assert.True(steps.IsCached(Steps.Facts));
        Assert.True(steps.IsCached(Steps.Model));
        Assert.Contains("AmsV2.AmsV2Service.g.cs", steps.Emitted);
        Assert.DoesNotContain("AmsV2.Channel.g.cs", steps.Emitted);
    }

    [Fact]
    public void A_naming_rule_of_the_service_emits_its_entities_too()
    {
        SchemaText[] after = Schemas.AmsV2With(Schemas.AmsV2Service.With("\"names\": \"PascalCase\"", "\"names\": \"camelCase\""));
        StepReasons steps = Driver.Steps(Schemas.AmsV2, after);

        Assert.Equal(1, steps.Changed(Steps.Facts));
        Assert.Equal(3, steps.Changed(Steps.Model));
        Assert.Contains("AmsV2.ChannelData.g.cs", steps.Emitted);
    }

    [Fact]
    public void A_new_file_parses_itself_alone_and_emits_itself_and_the_client()
    {
        SchemaText[] before = [.. Schemas.Ten.SkipLast(1)];
        StepReasons steps = Driver.Steps(before, Schemas.Ten);

        Assert.Equal(1, steps.Changed(Steps.Parse));
        Assert.Equal(1, steps.Changed(Steps.Model));
        Assert.Equal(1, steps.Changed(Steps.Client));
    }

    [Fact]
    public void Every_step_has_a_name_that_the_pipeline_uses()
    {
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2);

        Assert.All(StepReasons.Names, step => Assert.NotEmpty(steps.Values(step)));
    }

    [Fact]
    public void No_step_keeps_anything_of_the_compiler()
    {
        StepReasons steps = Driver.Steps(Schemas.AmsV2, Schemas.AmsV2);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (string step in StepReasons.Names)
        {
            foreach (object value in steps.Values(step))
            {
                Walk(value, step, seen);
            }
        }

        Assert.True(seen.Count > 500, "The walk must reach the models, not only their wrappers.");
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || !(value.GetType().IsValueType || seen.Add(value)))
        {
            return;
        }

        Assert.False(
            value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or SemanticModel or AdditionalText or Microsoft.CodeAnalysis.Text.SourceText or Diagnostic,
            path + " holds a " + value.GetType());

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            // What the framework keeps inside its own types is none of ours, but for what a lazy value holds.
            if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            {
                continue;
            }

            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), path + "." + field.Name, seen);
            }
        }
    }
}
