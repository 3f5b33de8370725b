using System.Reflection;
using MediaOps.Generator.Tests.Harness;

namespace MediaOps.Generator.Tests;

/// <summary>How a client is made: an endpoint or what fills it, the options that requests are made with, and a credential of each scheme.</summary>
public sealed class ClientTests
{
    [Fact]
    public void There_is_a_constructor_and_a_factory_for_each_scheme_with_the_options_that_requests_are_made_with()
    {
        Type client = Client.Of(Facility.All).Type("FacilityClient");

        foreach (string credential in new[] { "IAwsCredential", "IApiKeyCredential", "IBasicCredential", "IMediaOpsCredential" })
        {
            ParameterInfo[] constructor = Assert.Single(client.GetConstructors(), constructor => constructor.GetParameters()[^2].ParameterType.Name == credential).GetParameters();
            Assert.Equal(["endpoint", "region", "project", "credential", "options"], constructor.Select(parameter => parameter.Name));
            ParameterInfo[] factory = Assert.Single(client.GetMethods(), method => method.Name == "Create" && method.GetParameters()[^2].ParameterType.Name == credential).GetParameters();
            Assert.Equal(["region", "project", "credential", "options"], factory.Select(parameter => parameter.Name));
        }
    }

    [Fact]
    public void A_service_without_authentication_takes_no_credential_and_options_of_the_endpoint_alone_are_for_the_factory()
    {
        SchemaText service = Schemas.SmallService()
            .With("\"auth\": [ { \"scheme\": \"bearer\", \"scopes\": [ \"https://studio.example.com/.default\" ] } ]", "\"auth\": [ { \"scheme\": \"none\" } ], \"options\": { \"Tenant\": { \"type\": \"guid\", \"required\": true } }")
            .With("https://studio.example.com/api", "https://{Tenant}.example.com/api");
        Type client = Client.Of([service, Schemas.SmallEntity("Encoder")]).Type("StudioClient");

        Assert.Equal(["endpoint", "options"], Assert.Single(client.GetConstructors()).GetParameters().Select(parameter => parameter.Name));
        ParameterInfo[] factory = client.GetMethod("Create")!.GetParameters();
        Assert.Equal([typeof(Guid), typeof(MediaOpsOptions)], factory.Select(parameter => parameter.ParameterType));
    }

    [Fact]
    public void A_service_that_is_at_one_address_needs_none_to_be_given()
    {
        Type client = Client.Of([Schemas.SmallService(), Schemas.SmallEntity("Encoder")]).Type("StudioClient");

        Assert.Equal([typeof(IMediaOpsCredential), typeof(MediaOpsOptions)], client.GetMethod("Create")!.GetParameters().Select(parameter => parameter.ParameterType));
        Assert.NotNull(client.GetMethod("Create")!.Invoke(null, [new StaticTokenCredential("t"), null]));
    }

    [Theory]
    [InlineData("new FacilityClient(new Uri(\"https://north-1.facility.example.com/v1\"), \"north-1\", \"P 1\", new StaticTokenCredential(\"t\"))", "Project")]
    [InlineData("FacilityClient.Create(\"nowhere\", \"p1\", new StaticTokenCredential(\"t\"))", "Region")]
    [InlineData("new FacilityClient(new Uri(\"https://north-1.facility.example.com/v1\"), \"north-1\", \"p1\", (IApiKeyCredential)null!)", "credential")]
    public async Task What_cannot_work_is_refused_when_the_client_is_made(string make, string named) => Assert.Contains(
        named,
        await FacilityProgram.RunAsync("try { _ = " + make + "; return \"made\"; } catch (ArgumentException refused) { return refused.Message; }", new Script()),
        StringComparison.Ordinal);

    [Fact]
    public void A_client_for_mocks_has_members_that_say_how_to_use_them()
    {
        Client client = Client.Of(Facility.All, "internal sealed class Mock : Acme.Facility.FacilityClient { }");
        object mock = Activator.CreateInstance(client.Type("Mock"), nonPublic: true)!;
        MethodInfo[] members = [.. client.Type("FacilityClient").GetProperties().Select(property => property.GetMethod!)];

        Assert.Equal(4, members.Length);
        Assert.All(members, member => Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => member.Invoke(mock, null)).InnerException));
        MethodInfo outputs = client.Type("FacilityClient").GetMethod("OutputsOf")!;
        Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => outputs.Invoke(mock, ["derby"])).InnerException);
    }
}
