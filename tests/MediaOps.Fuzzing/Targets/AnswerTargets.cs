using MediaOps.Fuzzing.Inputs;

namespace MediaOps.Fuzzing.Targets;

/// <summary>Bodies of successes, read by generated readers of entities, lists and records of operations: an object, or a <see cref="ServiceException"/>.</summary>
internal sealed class ReaderTarget(Doors doors, IReadOnlyDictionary<string, IReadOnlyList<string>> bodies) : Target("Generated readers, over bodies of the emulator", 36)
{
    private readonly Dictionary<string, Mutator> _mutators = bodies.ToDictionary(static of => of.Key, static of => new Mutator(of.Value, Tokens.Json), StringComparer.Ordinal);

    public override Input Next(Random random)
    {
        int door = random.Next(doors.Reads.Count);

        // One in eight has a body of any service, as when an address is not the one that it seems to be.
        string service = doors.Reads[random.Next(8) == 0 ? random.Next(doors.Reads.Count) : door].Service;
        return new Input(_mutators[service].Next(random), door);
    }

    public override bool Take(Input input)
    {
        doors.Service.Begin(200, input.Text);
        try
        {
            doors.Reads[input.Choice].Read();
            return true;
        }
        catch (ServiceException refused)
        {
            ErrorTarget.CheckText(refused);
            return false;
        }
        finally
        {
            Assert.All(doors.Service.Asked, static url => Assert.True(Doors.IsOwn(url), url.AbsoluteUri));
        }
    }
}

/// <summary>Bodies and headers of errors and redirects: always a <see cref="ServiceException"/> of that status, with one clean line.</summary>
internal sealed class ErrorTarget(Doors doors) : Target("Errors: JSON, XML, pages of gateways, redirects", 20)
{
    private static readonly int[] Statuses = [300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 412, 418, 429, 500, 501, 502, 503, 504, 599, 999];

    private readonly Mutator _bodies = new(Corpus.Blocks("Errors.txt"), [.. Tokens.Json, .. Tokens.Markup]);
    private readonly Mutator _links = new(Corpus.Lines("Links.txt"), Tokens.Urls);

    public override Input Next(Random random) => new(random.Next(4) == 0 ? _links.Next(random) : _bodies.Next(random), random.Next());

    public override bool Take(Input input)
    {
        int status = Statuses[input.Choice % Statuses.Length];
        doors.Service.Begin(status, input.Text);
        string header = input.Text.Length > 2000 ? input.Text[..2000] : input.Text;
        foreach (string name in new[] { "Location", "Retry-After", "x-ms-request-id", "x-amzn-ErrorType", "x-amzn-RequestId", "Set-Cookie", "Azure-AsyncOperation" })
        {
            doors.Service.Headers.Add((name, header.ReplaceLineEndings(" ").Replace('\0', ' ')));
        }

        ServiceException refused = Assert.Throws<ServiceException>(() => doors.Reads[input.Choice / Statuses.Length % doors.Reads.Count].Read());
        Assert.Equal(status, refused.Status);
        CheckText(refused);
        Assert.All(doors.Service.Asked, static url => Assert.True(Doors.IsOwn(url), url.AbsoluteUri));
        return refused.ErrorCode is not null;
    }

    /// <summary>What a service says must not steer a terminal or fill a log.</summary>
    public static void CheckText(ServiceException refused)
    {
        foreach (string? text in new[] { refused.Message, refused.ErrorCode, refused.RequestId })
        {
            Assert.True(text is null || (text.Length <= 2500 && !text.Any(static c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e')), text);
        }
    }
}

/// <summary>Handles: refused, or asked for at the service.</summary>
internal sealed class HandleTarget(Doors doors) : Target("Handles", 15)
{
    private static readonly string[] Pieces = [.. Tokens.Urls, "mediaops:1:", "done", "op", "url", "state", "AmsV2", "AmsV3", "MediaLive", "LiveStream", "MkIo", "Channel", "LiveEvent", "Start", "Create", "arm", "%2F", "%3A", "%25", "/0/", "/1/", "/2/"];

    private readonly Mutator _mutator = new(Corpus.Lines("Handles.txt"), Pieces);

    public override Input Next(Random random) => new(_mutator.Next(random), random.Next(doors.Operations.Count));

    public override bool Take(Input input)
    {
        doors.Service.Begin(200, """{"status":"InProgress","State":"InProgress","name":"x","done":false,"value":[]}""");
        try
        {
            doors.Operations[input.Choice].GetOperation(input.Text);
        }
        catch (ArgumentException refused)
        {
            Assert.Empty(doors.Service.Asked);
            Assert.InRange(refused.Message.Length, 1, 400);
            return false;
        }
        catch (ServiceException)
        {
            // Asked for, and not answered by this one answer.
        }

        Assert.All(doors.Service.Asked, static url => Assert.True(Doors.IsOwn(url), url.AbsoluteUri));
        return true;
    }
}
