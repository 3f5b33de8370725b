using MediaOps.Tool;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
