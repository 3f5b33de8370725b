using MediaOps.Runtime;

namespace MediaOps.Reliability.Tests.Matrix;

/// <summary>The four forms of each kind of call.</summary>
internal sealed class Calls(EntityCollectionCore<Recorder, RecorderData> recorders, ActionDefinition action)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static RequestArguments New => RequestArguments.Of(RequestBody.Write("new", static (writer, label) =>
    {
        writer.WriteStartObject();
        writer.WriteString("Label", label);
        writer.WriteEndObject();
    }));

    /// <summary>Makes the call of a cell.</summary>
    /// <returns>The operation, where the form gives one.</returns>
    public Task<Operation<Recorder>?> MakeAsync(Cell cell, Recorder? recorder) => cell.Kind switch
    {
        Kind.Create => CreateAsync(cell.Form, New.Path("Id", RecorderService.Id)),
        Kind.CreateNamed => CreateAsync(cell.Form, New),
        Kind.Update => UpdateAsync(cell.Form, recorder!.Core),
        _ => ActAsync(cell.Form, recorder!.Core),
    };

    /// <summary>Waits for an operation that was only sent.</summary>
    public static async Task WaitAsync(Form form, Operation<Recorder> operation)
    {
        if (form == Form.SendSync)
        {
            operation.WaitForCompletion();
        }
        else
        {
            await operation.WaitForCompletionAsync();
        }
    }

    private async Task<Operation<Recorder>?> CreateAsync(Form form, RequestArguments made)
    {
        switch (form)
        {
            case Form.Sync:
                recorders.Create(made, requestedState: null, polling: null, None);
                return null;
            case Form.Async:
                await recorders.CreateAsync(made, requestedState: null, polling: null, None);
                return null;
            case Form.SendSync:
                return recorders.SendCreate(made, requestedState: null, None);
            default:
                return await recorders.SendCreateAsync(made, requestedState: null, None);
        }
    }

    private static async Task<Operation<Recorder>?> UpdateAsync(Form form, EntityCore<Recorder, RecorderData> core)
    {
        core.Edits.Label = "new";
        switch (form)
        {
            case Form.Sync:
                core.Update(polling: null, None);
                return null;
            case Form.Async:
                await core.UpdateAsync(polling: null, None);
                return null;
            case Form.SendSync:
                return core.SendUpdate(None);
            default:
                return await core.SendUpdateAsync(None);
        }
    }

    private async Task<Operation<Recorder>?> ActAsync(Form form, EntityCore<Recorder, RecorderData> core)
    {
        switch (form)
        {
            case Form.Sync:
                core.Run(action, RequestArguments.None, polling: null, None);
                return null;
            case Form.Async:
                await core.RunAsync(action, RequestArguments.None, polling: null, None);
                return null;
            case Form.SendSync:
                return core.Send(action, RequestArguments.None, None);
            default:
                return await core.SendAsync(action, RequestArguments.None, None);
        }
    }
}
