namespace MediaOps.Generator.Tests.Harness;

/// <summary>A program against the client of <see cref="Facility"/>, over a service that answers from a list.</summary>
internal static class FacilityProgram
{
    /// <summary>Runs statements that know the client as <c>facility</c> and return a text.</summary>
    public static Task<string> RunAsync(string body, Script script) => Client.Of(Facility.All, $$"""
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Acme.Facility;
        using MediaOps;

        internal static class Consumer
        {
            public static async Task<string> Run(HttpMessageHandler handler)
            {
                var facility = new FacilityClient(new Uri("https://north-1.facility.example.com/v1"), "north-1", "p1", new StaticTokenCredential("token"), new MediaOpsOptions { Handler = handler });
                await Task.Yield();
                {{body}}
            }
        }
        """).RunAsync(script);
}
