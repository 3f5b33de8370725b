namespace MediaOps.Benchmarks.Measuring;

/// <summary>
/// Several kinds of work measured in turns, so that a machine that grows slower is slower for all of them. What is compared is always of one round.
/// </summary>
internal sealed class Rounds
{
    private readonly double[][] _values;

    private Rounds(double[][] values) => _values = values;

    /// <summary>How many rounds were measured.</summary>
    public int Count => _values.Length;

    /// <summary>Measures in turns; each round begins with another kind.</summary>
    /// <param name="warmUps">Rounds before the first that counts.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="measure">One measurement of each kind.</param>
    public static async Task<Rounds> MeasureAsync(int warmUps, int rounds, params Func<Task<double>>[] measure)
    {
        var values = new List<double[]>();
        for (int round = -warmUps; round < rounds; round++)
        {
            double[] one = new double[measure.Length];
            for (int i = 0; i < measure.Length; i++)
            {
                int kind = (i + Math.Abs(round)) % measure.Length;
                one[kind] = await measure[kind]();
            }

            if (round >= 0)
            {
                values.Add(one);
            }
        }

        return new Rounds([.. values]);
    }

    /// <summary>Measures rounds whose kinds of work run at the same time.</summary>
    /// <param name="warmUps">Rounds before the first that counts.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="measure">One measurement of all kinds.</param>
    public static async Task<Rounds> MeasureTogetherAsync(int warmUps, int rounds, Func<Task<double[]>> measure)
    {
        var values = new List<double[]>();
        for (int round = -warmUps; round < rounds; round++)
        {
            double[] one = await measure();
            if (round >= 0)
            {
                values.Add(one);
            }
        }

        return new Rounds([.. values]);
    }

    /// <summary>The median of what each round gives, with the least and the most.</summary>
    /// <param name="value">Makes a number of the measurements of one round, in the order of their kinds.</param>
    public Spread Of(Func<double[], double> value)
    {
        double[] sorted = [.. _values.Select(value).Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }
}

/// <summary>A median and how far the rounds lie apart.</summary>
/// <param name="Median">The median.</param>
/// <param name="Least">The least value of a round.</param>
/// <param name="Most">The greatest value of a round.</param>
internal sealed record Spread(double Median, double Least, double Most)
{
    /// <summary>The spread as text.</summary>
    /// <param name="format">The format of a number.</param>
    /// <param name="unit">What follows the median.</param>
    public string Text(string format, string unit = "") => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Median.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}{unit} ({Least.ToString(format, System.Globalization.CultureInfo.InvariantCulture)} to {Most.ToString(format, System.Globalization.CultureInfo.InvariantCulture)})");
}
