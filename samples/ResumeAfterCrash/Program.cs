using Media.AzureV2;
using MediaOps;
using MediaOps.Emulation;
using ResumeAfterCrashSample;

// A worker process takes a channel through its life, and is killed three times where it hurts. Each time another one goes on from the journal.
//
//   dotnet run --project samples/ResumeAfterCrash
//
// Worker.cs is what to read: what to write down before and after a request, and how to find out what became of one whose answer never came.

// Service and workers run 100 times faster than real time: every interval stays as the schema documents it.
var time = new AcceleratedTimeProvider(100);

if (args is ["work", var endpoint, var file])
{
    using var journal = new Journal(file);
    var media = new CloudMediaContext(new Uri(endpoint), new StaticTokenCredential("any"), new MediaOpsOptions { TimeProvider = time });
    await new Worker(media, journal, time, "evening-news", text => Console.WriteLine("  " + text)).RunAsync();
    return;
}

await Play.RunAsync(time);
