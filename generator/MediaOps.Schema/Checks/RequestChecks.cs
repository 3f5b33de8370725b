using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MediaOps.Schema.Text;

namespace MediaOps.Schema;

/// <summary>What one action sends and gets back: where its parameters travel, what is in its body, what it answers with.</summary>
internal static class RequestChecks
{
    public static void Check(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        Places(action, path, sink);
        WholeBody(action, path, sink);
        FixedBody(action, path, sink);
        Answer(action, path, sink);
        Update(entity, action, path, sink);
    }

    private static void Places(ActionSpec action, string path, FindingSink sink)
    {
        if (action.Kind == ActionKind.Read && action.Parameters.Count > 0)
        {
            sink.Report(Rules.Structure, path + "/parameters", "read takes no parameters: what it reads is told by the id.");
        }

        var filled = new HashSet<string>(EntityTemplates.OfBody(action).Concat([action.Path]).SelectMany(PathChecks.Placeholders).Select(placeholder => placeholder.Name), StringComparer.Ordinal);
        foreach (ParameterSpec parameter in action.Parameters)
        {
            string at = path + "/parameters/" + parameter.Name;
            if (parameter.In == ParameterIn.Path && !filled.Contains(parameter.Name))
            {
                sink.ReportName(Rules.NotInThePath, at, parameter.Name);
            }
        }
    }

    private static void WholeBody(ActionSpec action, string path, FindingSink sink)
    {
        if (action.Parameters.FirstOrDefault(parameter => parameter.In == ParameterIn.WholeBody) is not { } whole)
        {
            return;
        }

        ParameterSpec? other = action.Parameters.FirstOrDefault(parameter => parameter != whole && parameter.In is ParameterIn.Body or ParameterIn.WholeBody && parameter.Name != whole.Name);
        (string What, bool Given)[] others =
        [
            ("the entity itself", action.Kind is ActionKind.Create or ActionKind.Update),
            ($"the parameter '{other?.Name}'", other is not null),
            ("the fixed 'body'", action.Body is not null),
            ("the idempotency token", action.IdempotencyBody is not null),
        ];
        foreach ((string what, bool _) in others.Where(candidate => candidate.Given))
        {
            sink.Report(Rules.WholeBodyShared, path + "/parameters/" + whole.Name + "/in", whole.Name, what);
        }
    }

    private static void FixedBody(ActionSpec action, string path, FindingSink sink)
    {
        foreach (string text in EntityTemplates.OfBody(action))
        {
            PathChecks.BalancedBraces(text, path + "/body", sink);
            foreach (Placeholder placeholder in PathChecks.Placeholders(text).Where(placeholder => placeholder.ManySegments))
            {
                sink.Report(Rules.Structure, path + "/body", $"a body has no segments: write {{{Messages.Clean(placeholder.Name)}}} without the plus.");
            }
        }
    }

    private static void Answer(ActionSpec action, string path, FindingSink sink)
    {
        if (action.Value is not { } value)
        {
            return;
        }

        if (action.Kind != ActionKind.Custom)
        {
            sink.Report(Rules.Structure, path + "/returns", "only an action of its own answers with a value; here a text tells where the entity is.");
        }

        if (value.Paged && value.Type.Shape != TypeShape.List)
        {
            sink.Report(Rules.NoPages, path + "/returns/paged", action.Name, $"its type '{value.Type}' is no list");
        }
    }

    private static void Update(EntitySpec entity, ActionSpec action, string path, FindingSink sink)
    {
        if (action.Kind != ActionKind.Update)
        {
            foreach ((string word, bool _) in new[] { ("always", action.Always.Count > 0), ("fieldMask", action.FieldMask is not null) }.Where(word => word.Item2))
            {
                sink.Report(Rules.Structure, path + "/" + word, $"only update has '{word}'.");
            }

            return;
        }

        for (int i = 0; i < action.Always.Count; i++)
        {
            string at = path + "/always/" + i.ToString(CultureInfo.InvariantCulture);
            PropertySpec? property = entity.Properties.FirstOrDefault(candidate => candidate.Name == action.Always[i]);
            if (property is null)
            {
                sink.Report(Rules.UnknownMember, at, Messages.Clean(action.Always[i]), Messages.Suggest(action.Always[i], entity.Properties.Select(candidate => candidate.Name)));
            }
            else if (property.Access == PropertyAccess.ReadOnly)
            {
                sink.Report(Rules.ReadOnlyWritten, at, "sent with every update");
            }
        }
    }
}
