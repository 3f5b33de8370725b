using System.Reflection;
using MediaOps.Emulation;
using MediaOps.EndToEnd.Tests;
using MediaOps.Generator.Tests.Harness;
using MediaOps.Tests;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>
/// Calls every action of an imported client's groups: it ends, or fails in words of ours. The service is the emulator of the same files; who has a server of
/// somebody else's names its address in MEDIAOPS_LRO_SERVER and its description in MEDIAOPS_LRO_MODEL, and that is called as well.
/// </summary>
public sealed class EveryActionTests
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Every_action_ends_against_the_emulator()
    {
        Imported imported = Imported.OpenApi(LongRunningTests.Description);
        var clock = new ManualTimeProvider { AutoAdvance = true };
        using Emulator emulator = Emulator.FromFiles(imported.Result.Files.Select(file => ("pottery/" + file.Name, file.Text)), new EmulatorOptions { TimeProvider = new ServiceClock(clock) });
        using var handler = new EmulatorHandler(emulator);

        IReadOnlyList<(string Action, Exception? Failure)> ends = await CallAsync(imported, new Uri("https://pottery.example/"), new MediaOpsOptions { Handler = handler, TimeProvider = clock });

        Assert.Equal(imported.Result.Service.Entities.Sum(entity => entity.Actions.Count), ends.Count);
        Assert.All(ends, static end => Assert.Null(end.Failure));
        await CallServerAsync();
    }

    private static async Task CallServerAsync()
    {
        if (Environment.GetEnvironmentVariable("MEDIAOPS_LRO_SERVER") is not { Length: > 0 } server || Environment.GetEnvironmentVariable("MEDIAOPS_LRO_MODEL") is not { Length: > 0 } model)
        {
            return;
        }

        Imported imported = Imported.OpenApi(await File.ReadAllTextAsync(model), path: Path.GetFullPath(model));
        IReadOnlyList<(string Action, Exception? Failure)> ends = await CallAsync(imported, new Uri(server), new MediaOpsOptions { TimeProvider = new ManualTimeProvider { AutoAdvance = true } });

        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        Assert.All(ends, end =>
        {
            output.WriteLine($"{end.Action}: {end.Failure?.Message ?? "ended well"}");
            Assert.True(end.Failure is null or ServiceException or OperationTimeoutException, end.ToString());
        });
    }

    private static async Task<IReadOnlyList<(string Action, Exception? Failure)>> CallAsync(Imported imported, Uri endpoint, MediaOpsOptions options)
    {
        var assembly = Client.Of(imported.Files);
        Type type = assembly.Type(imported.Result.Service.Name + "Client");
        ConstructorInfo constructor = type.GetConstructors().Single();
        object client = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(Uri) ? endpoint : parameter.ParameterType == typeof(MediaOpsOptions) ? options : parameter.ParameterType == typeof(string) ? "x" : (object)new StaticTokenCredential("token"))]);
        var ends = new List<(string, Exception?)>();
        foreach (ScaffoldAction action in imported.Result.Service.Entities.Where(entity => entity.Singleton).SelectMany(entity => entity.Actions))
        {
            string group = imported.Result.Service.Entities.Single(entity => entity.Actions.Contains(action)).Name;
            object target = type.GetProperty(group)!.GetValue(client)!;
            MethodInfo method = target.GetType().GetMethod(action.Name + "Async")!;

            // A write whose outcome is unknown is for the caller to send again.
            Exception? failure = await EndAsync(method, target);
            failure = failure is ServiceException { OutcomeUnknown: true } ? await EndAsync(method, target) : failure;
            ends.Add(($"{group}.{action.Name}", failure));
        }

        return ends;
    }

    private static async Task<Exception?> EndAsync(MethodInfo method, object target)
        => await Record.ExceptionAsync(() => ((Task)method.Invoke(target, [.. method.GetParameters().Select(Argument)])!).WaitAsync(LongestCall, TestContext.Current.CancellationToken));

    private static object? Argument(ParameterInfo parameter)
        => parameter.ParameterType == typeof(string) && !parameter.HasDefaultValue ? "x"
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : parameter.HasDefaultValue ? null
            : Activator.CreateInstance(parameter.ParameterType);
}
