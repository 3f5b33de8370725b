using System.Globalization;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

public sealed class CultureTests
{
    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_same_bytes_are_written_whatever_the_culture(string culture)
    {
        // Numbers below zero, fractions and the letter i are what cultures write differently.
        SchemaText[] files =
        [
            .. Schemas.AmsV2,
            Schemas.SmallService(),
            Schemas.SmallEntity("Encoder", properties: """
                "Gain": { "type": "double", "minimum": -1.5, "maximum": 2.25 }, "InputIndex": { "type": "int", "minimum": -7 }, "Idle": { "type": "duration", "minimum": "PT0.5S" },
                """),
        ];
        IReadOnlyDictionary<string, string> invariant = In(CultureInfo.InvariantCulture, files);

        Assert.Equal(invariant, In(CultureInfo.GetCultureInfo(culture), files));
        Assert.Contains("-1.5D, 2.25D", invariant["Studio.EncoderCreationOptions.g.cs"], StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> In(CultureInfo culture, SchemaText[] files)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            return Driver.Sources(files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }
}
