using System.Net;
using MediaOps.Fuzzing.Inputs;
using MediaOps.Runtime;

namespace MediaOps.Fuzzing.Targets;

/// <summary>The header that tells how long to wait: nothing, or a time that is not negative and never kept for longer than a minute between two attempts.</summary>
internal sealed class RetryAfterTarget() : Target("Retry-After", 10)
{
    private static readonly DateTimeOffset Now = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Mutator _mutator = new(Corpus.Lines("RetryAfter.txt"), Tokens.Headers);

    public override Input Next(Random random) => new(_mutator.Next(random), random.Next(2));

    public override bool Take(Input input)
    {
        string header = input.Choice == 0 ? "Retry-After" : "x-ms-retry-after-ms";
        using var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        answer.Headers.TryAddWithoutValidation(header, input.Text);
        TimeSpan? after = ResponseHeaders.RetryAfter(answer, header, Now);
        Assert.False(after < TimeSpan.Zero, $"{after}");
        Assert.InRange(RetryPolicy.Delay(0, after), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        return after is not null;
    }
}
