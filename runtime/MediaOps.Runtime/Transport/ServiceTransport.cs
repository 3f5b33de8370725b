using Microsoft.Extensions.Logging;

namespace MediaOps.Runtime;

internal sealed class ServiceTransport
{
    private readonly ServiceDefinition _definition;

    public ServiceTransport(ServiceDefinition definition, Uri endpoint, IMediaOpsCredential credential, MediaOpsOptions options, ILogger logger)
    {
        _definition = definition;
        _ = (endpoint, credential, options, logger);
    }

    public ValueTask<ServiceResponse> SendAsync(ServiceRequest request, bool async, CancellationToken cancellationToken)
    {
        _ = (request, async, cancellationToken, _definition);
        throw new NotSupportedException();
    }
}
