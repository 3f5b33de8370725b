namespace MediaOps.Tool.Tests.Import.Botocore;

/// <summary>Small models of our own.</summary>
internal static class Miniatures
{
    /// <summary>A service with an encoder that starts and stops, as media services have them.</summary>
    public const string Studio = """
        {
          "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "studio", "signingName": "studio", "serviceFullName": "Example Studio", "serviceId": "Studio",
            "protocol": "rest-json", "jsonVersion": "1.1", "signatureVersion": "v4"
          },
          "documentation": "<p>Encodes.</p>",
          "operations": {
            "CreateEncoder": {
              "name": "CreateEncoder", "http": { "method": "POST", "requestUri": "/prod/encoders", "responseCode": 201 },
              "input": { "shape": "CreateEncoderRequest" }, "output": { "shape": "CreateEncoderResponse" },
              "errors": [ { "shape": "ConflictException" }, { "shape": "NotFoundException" } ], "documentation": "Makes an encoder."
            },
            "DescribeEncoder": {
              "name": "DescribeEncoder", "http": { "method": "GET", "requestUri": "/prod/encoders/{encoderId}" },
              "input": { "shape": "EncoderRequest" }, "output": { "shape": "DescribeEncoderResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "ListEncoders": {
              "name": "ListEncoders", "http": { "method": "GET", "requestUri": "/prod/encoders" },
              "input": { "shape": "ListEncodersRequest" }, "output": { "shape": "ListEncodersResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "UpdateEncoder": {
              "name": "UpdateEncoder", "http": { "method": "PUT", "requestUri": "/prod/encoders/{encoderId}" },
              "input": { "shape": "UpdateEncoderRequest" }, "output": { "shape": "CreateEncoderResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "DeleteEncoder": {
              "name": "DeleteEncoder", "http": { "method": "DELETE", "requestUri": "/prod/encoders/{encoderId}" },
              "input": { "shape": "EncoderRequest" }, "output": { "shape": "DescribeEncoderResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "StartEncoder": {
              "name": "StartEncoder", "http": { "method": "POST", "requestUri": "/prod/encoders/{encoderId}/start" },
              "input": { "shape": "EncoderRequest" }, "output": { "shape": "DescribeEncoderResponse" }, "errors": [ { "shape": "ConflictException" }, { "shape": "NotFoundException" } ]
            },
            "StopEncoder": {
              "name": "StopEncoder", "http": { "method": "POST", "requestUri": "/prod/encoders/{encoderId}/stop" },
              "input": { "shape": "EncoderRequest" }, "output": { "shape": "DescribeEncoderResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "RestartEncoderPipelines": {
              "name": "RestartEncoderPipelines", "http": { "method": "POST", "requestUri": "/prod/encoders/{encoderId}/restartPipelines" },
              "input": { "shape": "RestartRequest" }, "output": { "shape": "DescribeEncoderResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "ListEncoderAlerts": {
              "name": "ListEncoderAlerts", "http": { "method": "GET", "requestUri": "/prod/encoders/{encoderId}/alerts" },
              "input": { "shape": "ListAlertsRequest" }, "output": { "shape": "ListAlertsResponse" }, "errors": [ { "shape": "NotFoundException" } ]
            },
            "CreateTake": {
              "name": "CreateTake", "http": { "method": "POST", "requestUri": "/prod/encoders/{encoderId}/takes" },
              "input": { "shape": "CreateTakeRequest" }, "output": { "shape": "Take" }
            },
            "GetTake": {
              "name": "GetTake", "http": { "method": "GET", "requestUri": "/prod/encoders/{encoderId}/takes/{takeName}" },
              "input": { "shape": "TakeRequest" }, "output": { "shape": "Take" }
            },
            "DescribeAccount": {
              "name": "DescribeAccount", "http": { "method": "GET", "requestUri": "/prod/account" }, "output": { "shape": "AccountResponse" }
            },
            "UpdateAccount": {
              "name": "UpdateAccount", "http": { "method": "PUT", "requestUri": "/prod/account" }, "input": { "shape": "AccountResponse" }, "output": { "shape": "AccountResponse" }
            },
            "BatchStop": {
              "name": "BatchStop", "http": { "method": "POST", "requestUri": "/prod/batch/stop" }, "input": { "shape": "BatchRequest" }, "output": { "shape": "BatchResponse" }
            },
            "TagResource": {
              "name": "TagResource", "http": { "method": "POST", "requestUri": "/prod/tags/{resource-arn}", "responseCode": 204 }, "input": { "shape": "TagRequest" }
            },
            "GetThumbnail": {
              "name": "GetThumbnail", "http": { "method": "GET", "requestUri": "/prod/encoders/{encoderId}/thumbnail" },
              "input": { "shape": "EncoderRequest" }, "output": { "shape": "ThumbnailResponse" }
            }
          },
          "shapes": {
            "__string": { "type": "string" },
            "__integer": { "type": "integer" },
            "Id": { "type": "string", "max": 20, "min": 1, "pattern": "^[0-9]{1,20}$" },
            "Title": { "type": "string", "min": 1, "max": 64, "pattern": "[a-z]+" },
            "Secret": { "type": "string", "sensitive": true },
            "Rate": { "type": "integer", "min": 1, "max": 100000 },
            "EncoderState": { "type": "string", "enum": [ "CREATING", "CREATE_FAILED", "IDLE", "STARTING", "RUNNING", "RECOVERING", "STOPPING", "DELETING", "DELETED" ] },
            "Codec": { "type": "string", "enum": [ "AVC", "HEVC", "UNKNOWN", "AV1 (draft)" ] },
            "When": { "type": "timestamp", "timestampFormat": "iso8601" },
            "Since": { "type": "timestamp" },
            "Blob": { "type": "blob" },
            "Picture": { "type": "blob", "streaming": true },
            "Tags": { "type": "map", "key": { "shape": "__string" }, "value": { "shape": "__string" } },
            "Nodes": { "type": "list", "member": { "shape": "Node" }, "max": 8 },
            "Grid": { "type": "list", "member": { "shape": "Nodes" } },
            "Strings": { "type": "list", "member": { "shape": "__string" } },
            "Node": { "type": "structure", "required": [ "Name", "Next" ], "members": {
              "Name": { "shape": "__string", "locationName": "name" }, "Next": { "shape": "Node", "locationName": "next" }, "Children": { "shape": "Nodes", "locationName": "children" } } },
            "CreateSettings": { "type": "structure", "members": { "Day": { "shape": "__string", "locationName": "day" } } },
            "Settings": { "type": "structure", "members": { "Day": { "shape": "__string", "locationName": "day" }, "Next": { "shape": "When", "locationName": "next" } } },
            "CreateEncoderRequest": { "type": "structure", "required": [ "Title" ], "members": {
              "Title": { "shape": "Title", "locationName": "title" }, "Codec": { "shape": "Codec", "locationName": "codec" }, "Rate": { "shape": "Rate", "locationName": "rate" },
              "Graph": { "shape": "Node", "locationName": "graph" }, "Maintenance": { "shape": "CreateSettings", "locationName": "maintenance" },
              "Key": { "shape": "Secret", "locationName": "key" }, "Tags": { "shape": "Tags", "locationName": "tags" },
              "RequestId": { "shape": "__string", "locationName": "requestId", "idempotencyToken": true } } },
            "CreateEncoderResponse": { "type": "structure", "members": { "Encoder": { "shape": "Encoder", "locationName": "encoder" } } },
            "UpdateEncoderRequest": { "type": "structure", "required": [ "EncoderId" ], "members": {
              "EncoderId": { "shape": "__string", "location": "uri", "locationName": "encoderId" }, "Title": { "shape": "Title", "locationName": "title" },
              "Rate": { "shape": "Rate", "locationName": "rate" }, "Key": { "shape": "Secret", "locationName": "key" } } },
            "EncoderRequest": { "type": "structure", "required": [ "EncoderId" ], "members": { "EncoderId": { "shape": "Id", "location": "uri", "locationName": "encoderId" } } },
            "RestartRequest": { "type": "structure", "required": [ "EncoderId", "PipelineIds" ], "members": {
              "EncoderId": { "shape": "__string", "location": "uri", "locationName": "encoderId" }, "PipelineIds": { "shape": "Strings", "locationName": "pipelineIds" },
              "Reason": { "shape": "__string", "location": "header", "locationName": "x-reason" }, "Force": { "shape": "__string", "location": "querystring", "locationName": "force" } } },
            "Encoder": { "type": "structure", "members": {
              "Arn": { "shape": "__string", "locationName": "arn" }, "Id": { "shape": "__string", "locationName": "id" }, "State": { "shape": "EncoderState", "locationName": "state" } } },
            "DescribeEncoderResponse": { "type": "structure", "documentation": "An encoder.", "members": {
              "Arn": { "shape": "__string", "locationName": "arn" }, "Id": { "shape": "__string", "locationName": "id", "documentation": "The id." },
              "Title": { "shape": "Title", "locationName": "title" }, "Codec": { "shape": "Codec", "locationName": "codec" }, "Rate": { "shape": "Rate", "locationName": "rate" },
              "Graph": { "shape": "Node", "locationName": "graph" }, "Grid": { "shape": "Grid", "locationName": "grid" },
              "Maintenance": { "shape": "Settings", "locationName": "maintenance" }, "MadeAt": { "shape": "Since", "locationName": "madeAt" }, "Thumbnail": { "shape": "Blob", "locationName": "thumbnail" },
              "Tags": { "shape": "Tags", "locationName": "tags" }, "State": { "shape": "EncoderState", "locationName": "state" }, "Encoder": { "shape": "__string", "locationName": "encoderSoftware" } } },
            "ListEncodersRequest": { "type": "structure", "members": {
              "MaxResults": { "shape": "__integer", "location": "querystring", "locationName": "maxResults" }, "NextToken": { "shape": "__string", "location": "querystring", "locationName": "nextToken" },
              "StateIs": { "shape": "EncoderState", "location": "querystring", "locationName": "stateIs" } } },
            "EncoderSummaries": { "type": "list", "member": { "shape": "Encoder" } },
            "ListEncodersResponse": { "type": "structure", "members": { "Encoders": { "shape": "EncoderSummaries", "locationName": "encoders" }, "NextToken": { "shape": "__string", "locationName": "nextToken" } } },
            "Alert": { "type": "structure", "members": { "Message": { "shape": "__string", "locationName": "message" } } },
            "Alerts": { "type": "list", "member": { "shape": "Alert" } },
            "ListAlertsRequest": { "type": "structure", "members": {
              "EncoderId": { "shape": "__string", "location": "uri", "locationName": "encoderId" },
              "MaxResults": { "shape": "__integer", "location": "querystring", "locationName": "maxResults" }, "NextToken": { "shape": "__string", "location": "querystring", "locationName": "nextToken" } } },
            "ListAlertsResponse": { "type": "structure", "members": { "Alerts": { "shape": "Alerts", "locationName": "alerts" }, "NextToken": { "shape": "__string", "locationName": "nextToken" } } },
            "CreateTakeRequest": { "type": "structure", "required": [ "TakeName" ], "members": {
              "EncoderId": { "shape": "__string", "location": "uri", "locationName": "encoderId" }, "TakeName": { "shape": "__string", "locationName": "takeName" }, "Note": { "shape": "__string", "locationName": "note" } } },
            "TakeRequest": { "type": "structure", "members": {
              "EncoderId": { "shape": "__string", "location": "uri", "locationName": "encoderId" }, "TakeName": { "shape": "__string", "location": "uri", "locationName": "takeName" } } },
            "Take": { "type": "structure", "members": { "TakeName": { "shape": "__string", "locationName": "takeName" }, "Note": { "shape": "__string", "locationName": "note" } } },
            "AccountResponse": { "type": "structure", "members": { "KmsKeyId": { "shape": "__string", "locationName": "kmsKeyId" } } },
            "BatchRequest": { "type": "structure", "members": { "EncoderIds": { "shape": "Strings", "locationName": "encoderIds" } } },
            "BatchResponse": { "type": "structure", "members": { "Failed": { "shape": "Strings", "locationName": "failed" } } },
            "TagRequest": { "type": "structure", "members": { "ResourceArn": { "shape": "__string", "location": "uri", "locationName": "resource-arn" }, "Tags": { "shape": "Tags", "locationName": "tags" } } },
            "ThumbnailResponse": { "type": "structure", "payload": "Body", "members": { "Body": { "shape": "Picture" } } },
            "ConflictException": { "type": "structure", "exception": true, "error": { "httpStatusCode": 409 }, "members": { "Message": { "shape": "__string", "locationName": "message" } } },
            "NotFoundException": { "type": "structure", "exception": true, "error": { "httpStatusCode": 404 }, "members": { "Message": { "shape": "__string", "locationName": "message" } } },
            "TooManyRequestsException": { "type": "structure", "exception": true, "error": { "httpStatusCode": 429 }, "members": { "Message": { "shape": "__string", "locationName": "message" } } }
          }
        }
        """;

    /// <summary>Its waiters.</summary>
    public const string StudioWaiters = """
        {
          "version": 2,
          "waiters": {
            "EncoderCreated": { "operation": "DescribeEncoder", "delay": 3, "maxAttempts": 5, "acceptors": [
              { "state": "success", "matcher": "path", "argument": "State", "expected": "IDLE" },
              { "state": "retry", "matcher": "path", "argument": "State", "expected": "CREATING" },
              { "state": "retry", "matcher": "status", "expected": 500 },
              { "state": "failure", "matcher": "path", "argument": "State", "expected": "CREATE_FAILED" } ] },
            "EncoderRunning": { "operation": "DescribeEncoder", "delay": 5, "maxAttempts": 120, "acceptors": [
              { "state": "success", "matcher": "path", "argument": "State", "expected": "RUNNING" },
              { "state": "retry", "matcher": "path", "argument": "State", "expected": "STARTING" },
              { "state": "retry", "matcher": "error", "expected": "TooManyRequestsException" } ] },
            "EncoderStopped": { "operation": "DescribeEncoder", "delay": 5, "maxAttempts": 60, "acceptors": [
              { "state": "success", "matcher": "path", "argument": "State", "expected": "IDLE" },
              { "state": "retry", "matcher": "path", "argument": "State", "expected": "STOPPING" } ] },
            "EncoderDeleted": { "operation": "DescribeEncoder", "delay": 5, "maxAttempts": 84, "acceptors": [
              { "state": "success", "matcher": "path", "argument": "State", "expected": "DELETED" },
              { "state": "retry", "matcher": "path", "argument": "State", "expected": "DELETING" } ] },
            "EncoderRecovered": { "operation": "DescribeEncoder", "delay": 5, "maxAttempts": 84, "acceptors": [
              { "state": "success", "matcher": "path", "argument": "State", "expected": "RUNNING" },
              { "state": "retry", "matcher": "path", "argument": "State", "expected": "RECOVERING" } ] },
            "AlertsGone": { "operation": "ListEncoderAlerts", "delay": 5, "maxAttempts": 84, "acceptors": [
              { "state": "success", "matcher": "pathAll", "argument": "Alerts[].Message", "expected": "none" } ] }
          }
        }
        """;

    /// <summary>Its paginators.</summary>
    public const string StudioPaginators = """
        {
          "pagination": {
            "ListEncoders": { "input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "Encoders" },
            "ListEncoderAlerts": { "input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "Alerts" }
          }
        }
        """;

    /// <summary>A service whose every call goes to one address.</summary>
    public const string Store = """
        {
          "metadata": { "apiVersion": "2026-01-01", "endpointPrefix": "store", "serviceId": "Store", "protocol": "json", "jsonVersion": "1.1", "signatureVersion": "v4", "targetPrefix": "Store_20260101" },
          "operations": {
            "CreateContainer": { "name": "CreateContainer", "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "CreateContainerInput" }, "output": { "shape": "CreateContainerOutput" } },
            "ListContainers": { "name": "ListContainers", "http": { "method": "POST", "requestUri": "/" }, "output": { "shape": "ListContainersOutput" } },
            "DeleteContainer": { "name": "DeleteContainer", "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "CreateContainerInput" } }
          },
          "shapes": {
            "Name": { "type": "string" },
            "Container": { "type": "structure", "members": { "Name": { "shape": "Name" } } },
            "Containers": { "type": "list", "member": { "shape": "Container" } },
            "CreateContainerInput": { "type": "structure", "required": [ "Name" ], "members": { "Name": { "shape": "Name" } } },
            "CreateContainerOutput": { "type": "structure", "members": { "Container": { "shape": "Container" } } },
            "ListContainersOutput": { "type": "structure", "members": { "Containers": { "shape": "Containers" } } },
            "ContainerInUseException": { "type": "structure", "members": { "Message": { "shape": "Name" } }, "exception": true }
          }
        }
        """;
}
