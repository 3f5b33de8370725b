using System.Globalization;
using Media.AzureV2;
using MediaOps;
using MediaOps.Emulation;
using MediaOps.Reliability.Victim;
using ResumeAfterCrashSample;

// The worker of the sample as a process that is killed: from outside at any time, or by itself around one of its requests.
//
//   <endpoint> <journal> <channel> <speed> [before|after <text> <number>]    the request is the number-th whose method and path hold the text
//
// It says 'ready' when it has begun: what comes before is the time that a process takes to start.

var death = args.Length > 4 ? new Death(args[4] == "before", args[5], int.Parse(args[6], CultureInfo.InvariantCulture)) : null;
var time = new AcceleratedTimeProvider(double.Parse(args[3], CultureInfo.InvariantCulture));
using var handler = new MortalHandler(death);
using var journal = new Journal(args[1]);
var media = new CloudMediaContext(new Uri(args[0]), new StaticTokenCredential("any"), new MediaOpsOptions { Handler = handler, TimeProvider = time });
Console.WriteLine("ready");
await new Worker(media, journal, time, args[2], static _ => { }).RunAsync();
