using MediaOps.Benchmarks;
using MediaOps.Benchmarks.Measuring;

string verb = args.Length == 1 ? args[0] : "";
if (!Benchmark.All.TryGetValue(verb, out Func<Task<Section>>? run))
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/MediaOps.Benchmarks -- " + string.Join('|', Benchmark.All.Keys));
    return 2;
}

#if DEBUG
await Console.Error.WriteLineAsync("This is a debug build: its numbers mean nothing. Add -c Release.");
return 2;
#else
Section section = await run();
await Console.Out.WriteLineAsync(section.ToString());
await Report.WriteAsync(section);
return 0;
#endif
