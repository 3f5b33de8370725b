using System.Collections.Generic;
using MediaOps.Generator.Model;
using MediaOps.Generator.Writing;
using MediaOps.Schema;

namespace MediaOps.Generator.Emit;

/// <summary>The documentation of one form of an action.</summary>
internal static class ActionDocumentation
{
    /// <summary>Writes summary, remarks, parameters, result and exceptions.</summary>
    public static void Write(SourceWriter writer, EntityModel model, ActionSpec action, StateRule rule, bool send, IEnumerable<ActionParameter> parameters, bool checks, bool asksForState = false, ActionResult? result = null, bool streamed = false)
    {
        string how = send
            ? "Returns once the service has accepted the request."
            : streamed ? "Asks page by page while the items are enumerated." : "Returns when the service has finished.";
        writer.Summary((string.IsNullOrWhiteSpace(action.Description) ? "The action " + Documentation.Code(action.Name) + "." : Documentation.Text(action.Description!)) + " " + how);

        var remarks = new List<string>();
        Add(remarks, rule.Sentence(action, asksForState));
        Add(remarks, rule.Requirements(action));
        Add(remarks, action.Kind == ActionKind.Update ? "Only properties that changed are sent. One with members inside is sent whole; members that the schema does not know are left out of it." : null);
        Add(remarks, "Request: " + Documentation.Code(action.Method + " " + action.Path) + ".");
        writer.Remarks(remarks);

        foreach (ActionParameter parameter in parameters)
        {
            writer.Parameter(parameter.Name, parameter.Markup);
        }

        if (send)
        {
            writer.Returns("The operation; its id can be stored and asked for again, by another process too.");
        }
        else if (result is not null)
        {
            writer.Returns(streamed
                ? "The items; each enumeration asks the service anew."
                : result.Paged ? "The items of all pages." : "What the service answered; null where it answered with nothing.");
        }
        else if (action.Kind == ActionKind.Create)
        {
            writer.Returns("The new " + Documentation.Code(model.Spec.Name) + ".");
        }

        if (checks || action.Kind is ActionKind.Create or ActionKind.Update)
        {
            writer.Throws("global::System.ArgumentException", "A value violates a limit; the message names each one. Nothing was sent.");
        }

        if (model.StateEnum is not null && action.Kind != ActionKind.Create)
        {
            writer.Throws("global::MediaOps.InvalidEntityStateException", "The state does not allow it: the guard refused before anything was sent, or the service refused.");
        }

        if (!send && model.IsTracked(action))
        {
            writer.Throws("global::MediaOps.OperationFailedException", "The service tried and failed.");
            writer.Throws("global::MediaOps.OperationTimeoutException", "The wait was over before the operation, which goes on.");
            writer.Throws("global::MediaOps.OperationPollException", "The service could not be asked how far it is.");
            writer.Throws("global::MediaOps.OperationWaitCanceledException", "The token ended the wait; the operation goes on.");
        }

        writer.Throws("global::MediaOps.ServiceException", "The service refused the request or gave no usable answer.");
        writer.Throws("global::System.OperationCanceledException", "The token ended the call before the service had accepted it; where it was on the way by then, the service may have done it, and the message says so.");
    }

    /// <summary>Writes the documentation of what reads.</summary>
    public static void WriteRead(SourceWriter writer, string summary, ActionSpec action)
    {
        writer.Summary(summary);
        writer.Remarks(["Request: " + Documentation.Code(action.Method + " " + action.Path) + "."]);
    }

    private static void Add(List<string> remarks, string? sentence)
    {
        if (sentence is not null)
        {
            remarks.Add(sentence);
        }
    }
}
