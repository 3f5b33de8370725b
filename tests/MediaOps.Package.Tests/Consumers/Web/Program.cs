using Acme.Studio;

WebApplication app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => typeof(StudioClient).FullName);
