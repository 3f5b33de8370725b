using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace MediaOps.Security.Tests.Secrets;

/// <summary>Hears everything that the library tells: logs of all levels with their values and exceptions, spans with tags and events, metrics with tags.</summary>
internal sealed class Ear : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Ear()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "MediaOps",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                Hear($"{activity.DisplayName} {activity.OperationName} {activity.StatusDescription}");
                Hear(activity.TagObjects);
                foreach (ActivityEvent told in activity.Events)
                {
                    Hear(told.Name);
                    Hear(told.Tags);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "MediaOps")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<int>((_, _, tags, _) => Hear(tags.ToArray()));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Hear(tags.ToArray()));
        _meters.Start();
    }

    public IReadOnlyCollection<string> Heard => _heard;

    public void Hear(string? text) => _heard.Enqueue(text ?? "");

    /// <summary>An exception as anybody may print it, with all that it carries.</summary>
    public void Hear(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            Hear(exception.ToString());
            Hear(exception.Message);
            foreach (System.Collections.DictionaryEntry entry in exception.Data)
            {
                Hear($"{entry.Key} {entry.Value}");
            }

            foreach (System.Reflection.PropertyInfo property in exception.GetType().GetProperties())
            {
                Hear($"{property.Name} {property.GetValue(exception)}");
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Hear(state.ToString());
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Hear(formatter(state, exception));
        Hear(exception);
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            Hear(values);
        }
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Hear(IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach ((string name, object? value) in values)
        {
            Hear($"{name}={value}");
        }
    }
}
