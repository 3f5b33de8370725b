using MediaOps.Schema;

namespace MediaOps.Tool.Docs.Pages;

/// <summary>What can be asked of the entity: states, requirements, waiting, forms, requests and parameters.</summary>
internal static class ActionsSection
{
    /// <summary>Writes the section; nothing where nothing can be asked.</summary>
    public static void Write(MarkdownPage page, SchemaService service, EntitySpec entity)
    {
        ActionSpec[] actions = [.. EntityActions.Of(entity)];
        if (actions.Length == 0)
        {
            return;
        }

        page.Heading(2, "Actions")
            .Table(["Action", "What it does", "Request"], actions.Select(action => (IReadOnlyList<string>)
            [
                action.Name,
                Markdown.Text(action.Description ?? Default(action, entity)),
                Markdown.Code(action.Method + " " + action.Path),
            ]));

        ActionSpec[] changing = [.. actions.Where(action => action.Kind is not (ActionKind.Read or ActionKind.List))];
        page.Table(
            ["Action", "Allowed in", "Passes", "Ends in", "When it fails", "Needs", "Followed by", "Asked", "Forms"],
            changing.Select(action => Row(service, entity, action)))
            .List(changing.SelectMany(action => action.Tracking).Distinct(StringComparer.Ordinal)
                .Select(name => service.Spec.Tracking.FirstOrDefault(profile => profile.Name == name)).OfType<TrackingSpec>()
                .Select(profile => $"{Markdown.Code(profile.Name)} asks {Asked(profile)}, {Words.Waits(DelaySpec.None.Effective(profile.Delay))}{(profile.CancelPath is null ? string.Empty : "; it can be canceled")}."))
            .Paragraph(changing.Length == 0 ? string.Empty : FormsNote(service, entity, changing))
            .Paragraph(changing.Any(action => action.Inferred) ? "† No source of the service states this rule; it is inferred. A call that breaks it is a warning, not an error." : string.Empty);
        Parameters(page, actions);
    }

    private static IReadOnlyList<string> Row(SchemaService service, EntitySpec entity, ActionSpec action)
    {
        TrackingSpec[] profiles = [.. action.Tracking.Select(name => service.Spec.Tracking.FirstOrDefault(profile => profile.Name == name)).OfType<TrackingSpec>()];
        bool hasStates = entity.State is not null;
        return
        [
            action.Name + Words.Mark(action.Inferred),
            action.Kind == ActionKind.Create || !hasStates ? string.Empty : action.From is { } from ? Words.Or(from.Select(Markdown.Text)) : "every state",
            Words.And(action.Via.Select(Markdown.Text)),
            hasStates ? Ends(entity, action) : string.Empty,
            Words.Or(action.OnFailure.Select(Markdown.Text)),
            Needs(entity, action),
            profiles.Length == 0 ? "its answer" : Words.Or(profiles.Select(profile => Markdown.Code(profile.Name))),
            profiles.Length == 0 || action.Delay is null ? string.Empty : Words.Waits(action.Delay.Effective(profiles[0].Delay)),
            Forms(service, entity, action) == 4 ? "4" : "2",
        ];
    }

    /// <summary>What an action needs beside the entity's own state, as Markdown.</summary>
    public static string Needs(EntitySpec entity, ActionSpec action) => string.Join("; ",
    [
        .. action.Requires.Parent.Count > 0 ? [$"its {Markdown.Text(entity.Parent?.Entity)} is {Words.Or(action.Requires.Parent.Select(Markdown.Text))}"] : Enumerable.Empty<string>(),
        .. action.Requires.Children.Select(children => $"every {Markdown.Text(children.Entity)} of it is {Words.Or(children.States.Select(Markdown.Text))}"),
        .. action.Requires.Self.Select(value => Markdown.Code(value.Name) + " is " + Markdown.Text(value.Value)),
    ]);

    /// <summary>In how many forms the generated client has the action: two where there is nothing to wait for and no entity of many that could be followed.</summary>
    public static int Forms(SchemaService service, EntitySpec entity, ActionSpec action)
    {
        bool tracked = action.Tracking.Any(name => service.Spec.Tracking.Any(profile => profile.Name == name));
        return !tracked && (entity.Singleton || (action.Kind == ActionKind.Custom && action.Value is not null)) ? 2 : 4;
    }

    private static string FormsNote(SchemaService service, EntitySpec entity, ActionSpec[] changing)
    {
        ActionSpec? four = Array.Find(changing, action => action.Kind == ActionKind.Custom && Forms(service, entity, action) == 4) ?? Array.Find(changing, action => Forms(service, entity, action) == 4);
        ActionSpec? two = Array.Find(changing, action => Forms(service, entity, action) == 2);
        return string.Join(" ",
        [
            .. four is null ? [] : new[] { $"Four forms: {Markdown.Code(four.Name)} and {Markdown.Code(four.Name + "Async")} return when the service has finished, {Markdown.Code($"Send{four.Name}Operation")} and {Markdown.Code($"Send{four.Name}OperationAsync")} return an operation whose id can be stored and asked for later." },
            .. two is null ? [] : new[] { $"Two forms: {Markdown.Code(two.Name)} and {Markdown.Code(two.Name + "Async")}; there is nothing to wait for." },
        ]);
    }

    private static string Ends(EntitySpec entity, ActionSpec action) => action switch
    {
        { ToProperty: { } property } => "the state that " + Markdown.Code(property) + " asks for",
        { ToPrevious: true } => "the state in which it began",
        { To.Count: > 0 } => Words.Or(action.To.Select(Markdown.Text))
            + string.Concat(action.Parameters.Where(parameter => parameter.To is not null).Select(parameter => $" ({Markdown.Text(parameter.To)} with {Markdown.Code(parameter.Name)})")),
        _ when entity.State is null => string.Empty,
        _ => "the same state",
    };

    private static string Asked(TrackingSpec profile) => profile.Kind switch
    {
        TrackingKind.Operation => "for the operation, " + Markdown.Code(profile.PollMethod + " " + profile.PollPath),
        TrackingKind.StatusUrl => "at the URL in " + (profile.HandleHeaders.Count > 0 ? Words.Or(profile.HandleHeaders.Select(Markdown.Code)) : Markdown.Code(profile.HandleBody)) + " of the answer",
        _ when profile.ByStates => "for the state",
        _ => "for " + Markdown.Code(profile.Status.Path ?? profile.Status.Done) + " of the entity",
    };

    private static void Parameters(MarkdownPage page, ActionSpec[] actions)
    {
        (ActionSpec Action, ParameterSpec Parameter)[] all = [.. actions.SelectMany(action => action.Parameters.Select(parameter => (action, parameter)))];
        if (all.Length > 0)
        {
            page.Heading(3, "Parameters").Table(["Action", "Parameter", "Type", "Travels in", "Required", "Default", "Limits", "Meaning"], all.Select(item => (IReadOnlyList<string>)
            [
                item.Action.Name,
                Markdown.Text(item.Parameter.Name),
                Markdown.Text(item.Parameter.Type.ToString()),
                Place(item.Parameter.In),
                item.Parameter.Required || item.Parameter.In == ParameterIn.Path ? "yes" : string.Empty,
                Markdown.Code(item.Parameter.Default),
                Words.Limits(item.Parameter.Constraints, item.Parameter.Type),
                Markdown.Text(item.Parameter.Description) + (item.Parameter.Secret ? " A secret: never logged." : string.Empty),
            ]));
        }
    }

    private static string Place(ParameterIn place) => place switch
    {
        ParameterIn.Query => "query",
        ParameterIn.Header => "header",
        ParameterIn.Path => "address",
        ParameterIn.WholeBody => "the whole body",
        _ => "body",
    };

    private static string Default(ActionSpec action, EntitySpec entity) => action.Kind switch
    {
        ActionKind.Create => $"Makes a {entity.Name}.",
        ActionKind.Read => entity.Singleton ? $"Reads the {entity.Name}." : $"Reads one {entity.Name}.",
        ActionKind.List => $"Lists {entity.Plural}.",
        ActionKind.Update => "Sends what was changed.",
        ActionKind.Delete => $"Removes the {entity.Name}.",
        _ => string.Empty,
    };
}
