using System.Diagnostics;

namespace MediaOps.Reliability.Victim;

/// <summary>When a process is to die by its own hand.</summary>
/// <param name="Before">Before the request leaves, or after its answer has come.</param>
/// <param name="Text">What method and path of the request hold.</param>
/// <param name="Number">Which of those requests, from 1.</param>
internal sealed record Death(bool Before, string Text, int Number);

/// <summary>Sends, and dies where it is told to: as suddenly as if somebody else had killed it.</summary>
internal sealed class MortalHandler(Death? death) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private int _seen;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool last = IsLast(request);
        DieIf(last && death!.Before);
        HttpResponseMessage response = base.Send(request, cancellationToken);
        DieIf(last);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool last = IsLast(request);
        DieIf(last && death!.Before);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        DieIf(last);
        return response;
    }

    private bool IsLast(HttpRequestMessage request)
        => death is not null && $"{request.Method} {request.RequestUri!.AbsolutePath}".Contains(death.Text, StringComparison.Ordinal) && Interlocked.Increment(ref _seen) == death.Number;

    private static void DieIf(bool now)
    {
        if (now)
        {
            // SIGKILL: no handler runs, nothing is flushed. It may take a moment, in which nothing more must happen.
            Process.GetCurrentProcess().Kill();
            using var never = new ManualResetEventSlim();
            never.Wait();
        }
    }
}
