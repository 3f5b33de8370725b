using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MediaOps.Analyzers;

/// <summary>The rules. Each message is made where the rule is broken, because it tells what is known there.</summary>
internal static class Descriptors
{
    public const string HelpBase = "https://github.com/mediaops/MediaOps.Generated/blob/main/docs/rules/";

    private const string Category = "MediaOps.State";

    public static readonly DiagnosticDescriptor Impossible = new(
        "MOPS1001", "The call cannot succeed in any state the entity can be in", "{0}", Category, DiagnosticSeverity.Error, true,
        "An action is only allowed in some states, and the entity is known to be in none of them.", HelpBase + "MOPS1001.md");

    public static readonly DiagnosticDescriptor InFlight = new(
        "MOPS1002", "An operation on the entity is still in flight", "{0}", Category, DiagnosticSeverity.Error, true,
        "The service works on an operation that was sent for this entity; await it before the next call.", HelpBase + "MOPS1002.md");

    public static readonly DiagnosticDescriptor Requirement = new(
        "MOPS1003", "Another entity is in a state that does not allow the call", "{0}", Category, DiagnosticSeverity.Error, true,
        "An action can need the entity's parent or children in certain states, and they are known to be in others.", HelpBase + "MOPS1003.md");

    public static readonly DiagnosticDescriptor Possible = new(
        "MOPS1004", "The call fails in some of the states the entity can be in", "{0}", Category, DiagnosticSeverity.Info, true,
        "An action is only allowed in some of the states that the entity can be in; check its state before.", HelpBase + "MOPS1004.md");

    public static readonly DiagnosticDescriptor Deleted = new(
        "MOPS1005", "The entity is used after it was deleted", "{0}", Category, DiagnosticSeverity.Error, true,
        "No action is possible on an entity that does not exist any more.", HelpBase + "MOPS1005.md");

    public static readonly DiagnosticDescriptor Update = new(
        "MOPS1006", "A property is updated in a state that does not allow it", "{0}", Category, DiagnosticSeverity.Error, true,
        "A property that was assigned can only be updated in some states, and the entity is known to be in none of them.", HelpBase + "MOPS1006.md");

    public static readonly DiagnosticDescriptor Dropped = new(
        "MOPS1007", "The operation that was sent is dropped", "{0}", Category, DiagnosticSeverity.Warning, true,
        "Without the operation nobody learns when the action ends and whether it failed.", HelpBase + "MOPS1007.md");

    public static readonly DiagnosticDescriptor NeverTrue = new(
        "MOPS1008", "The comparison of a state can never be true", "{0}", Category, DiagnosticSeverity.Warning, true,
        "The entity is known to be in another state here.", HelpBase + "MOPS1008.md");

    public static readonly DiagnosticDescriptor NoSuchState = new(
        "MOPS1009", "The attribute names no state of the entity", "{0}", Category, DiagnosticSeverity.Warning, true,
        "An attribute with a name that is no member of the entity's enum of states is not believed, so nothing is checked by it.", HelpBase + "MOPS1009.md");

    private static readonly ImmutableDictionary<DiagnosticDescriptor, DiagnosticDescriptor> Twins =
        new[] { Impossible, InFlight, Requirement, Deleted, Update }.ToImmutableDictionary(rule => rule, AsWarning);

    /// <summary>Every rule, and those that can rest on an inferred fact once more.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Impossible, InFlight, Requirement, Possible, Deleted, Update, Dropped, NeverTrue, NoSuchState, .. Twins.Values];

    /// <summary>The rule for a fact that no source states: what would be an error is a warning.</summary>
    public static DiagnosticDescriptor Inferred(DiagnosticDescriptor rule) => Twins.TryGetValue(rule, out DiagnosticDescriptor? twin) ? twin : rule;

    private static DiagnosticDescriptor AsWarning(DiagnosticDescriptor rule) => new(
        rule.Id, rule.Title, rule.MessageFormat, rule.Category, DiagnosticSeverity.Warning, rule.IsEnabledByDefault, rule.Description, rule.HelpLinkUri);
}
