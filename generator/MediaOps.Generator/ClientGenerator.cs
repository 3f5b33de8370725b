using System.Collections.Generic;
using System.Text;
using MediaOps.Generator.Model;
using MediaOps.Generator.Pipeline;
using MediaOps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MediaOps.Generator;

/// <summary>
/// Makes typed clients of schema files. Nothing here looks at the compilation, so an edit of C# starts no step;
/// findings leave on an output of their own, so that a moved line emits no source anew.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Text in.
        IncrementalValuesProvider<SchemaFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => SchemaFile.From(pair.Left, pair.Right, cancellationToken))
            .NotNull()
            .WithTrackingName(Steps.Files);

        // File by file.
        IncrementalValuesProvider<Reading> readings = files.Select(static (file, _) => Reading.Of(file)).WithTrackingName(Steps.Parse);
        IncrementalValuesProvider<FileSpec> specs = readings.Select(static (reading, _) => reading.Spec).NotNull().WithTrackingName(Steps.Spec);
        IncrementalValuesProvider<FileFacts> facts = specs.Select(static (spec, _) => FileFacts.Of(spec)).WithTrackingName(Steps.Facts);

        // What files know of each other.
        IncrementalValueProvider<SchemaIndex> index = facts.Collect().Select(static (all, _) => FileFacts.Index(all)).WithTrackingName(Steps.Index);

        // Source out.
        IncrementalValuesProvider<Attempt<EntityModel>> entities = specs.Where(static spec => spec.Entity is not null).Combine(index)
            .Select(static (pair, _) => Attempt.Of(pair.Left.Path, () => Models.Entity(pair.Left, pair.Right)))
            .WithTrackingName(Steps.Model);
        IncrementalValuesProvider<Attempt<ServiceModel>> services = specs.Where(static spec => spec.Service is not null).Combine(index)
            .Select(static (pair, _) => Attempt.Of(pair.Left.Path, () => Models.Service(pair.Left, pair.Right)))
            .WithTrackingName(Steps.Client);
        Emit(context, entities.Select(static (model, _) => Sources.Of(model, Sources.Entity)).WithTrackingName(Steps.Source));
        Emit(context, services.Select(static (model, _) => Sources.Of(model, Sources.Service)).WithTrackingName(Steps.Source));

        // Findings out.
        IncrementalValuesProvider<EquatableArray<Finding>> findings = readings.Combine(index)
            .Select(static (pair, _) => pair.Left.Findings(pair.Right))
            .WithTrackingName(Steps.Check);
        context.RegisterSourceOutput(findings, static (output, findings) => Report(output, findings));
    }

    private static void Emit(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Sources> sources) =>
        context.RegisterSourceOutput(sources, static (output, sources) =>
        {
            foreach (GeneratedSource file in sources.Files)
            {
                output.AddSource(file.Hint, SourceText.From(file.Text, Encoding.UTF8));
            }

            Report(output, sources.Failures);
        });

    private static void Report(SourceProductionContext output, IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            output.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
