using System.Text.Json.Nodes;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>A word that the format's library does not know costs what it stands for, never the file.</summary>
public sealed class SieveTests
{
    /// <summary>Every word of Swagger 2 that has a choice of values, or a kind of value.</summary>
    private const string Swagger = """
        {
          "swagger": "2.0", "info": { "title": "T", "version": "1", "contact": { "url": "https://a.example" } }, "host": "a.example:443", "basePath": "/v1", "schemes": [ "https" ],
          "consumes": [ "application/json" ], "produces": [ "application/json" ], "security": [ { "key": [] } ], "tags": [ { "name": "t", "externalDocs": { "url": "https://a.example" } } ],
          "securityDefinitions": {
            "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
            "token": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a.example/a", "tokenUrl": "https://a.example/t", "scopes": { "all": "everything" } }
          },
          "paths": {
            "/x": {
              "parameters": [ { "$ref": "#/parameters/Words" } ],
              "post": {
                "operationId": "Things_Find", "tags": [ "t" ], "schemes": [ "https" ], "deprecated": false, "consumes": [ "application/json" ], "security": [ { "token": [ "all" ] } ],
                "parameters": [
                  { "name": "p", "in": "header", "type": "array", "items": { "type": "string", "collectionFormat": "csv" }, "collectionFormat": "pipes", "uniqueItems": true, "maxItems": 9 },
                  { "name": "n", "in": "query", "type": "integer", "format": "int32", "minimum": 1, "exclusiveMinimum": true, "multipleOf": 1, "enum": [ 1, 2 ], "default": 1, "allowEmptyValue": true },
                  { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Thing" } }
                ],
                "responses": {
                  "200": {
                    "description": "ok", "schema": { "$ref": "#/definitions/Thing" }, "examples": { "application/json": {} },
                    "headers": { "H": { "type": "array", "items": { "type": "string" }, "collectionFormat": "ssv", "minLength": 1, "maximum": 3 } }
                  },
                  "default": { "$ref": "#/responses/Error" }
                }
              }
            }
          },
          "parameters": { "Words": { "name": "words", "in": "query", "type": "string", "required": true, "minLength": 1, "maxLength": 5, "pattern": "^a$" } },
          "responses": { "Error": { "description": "no", "schema": { "type": "object", "discriminator": "code", "properties": { "code": { "type": "string" } } } } },
          "definitions": {
            "Thing": {
              "type": "object", "required": [ "name" ], "minProperties": 1, "maxProperties": 9, "additionalProperties": { "type": "string" }, "xml": { "name": "x", "namespace": "urn:x", "attribute": true },
              "properties": { "name": { "type": "string", "readOnly": true, "format": "uuid", "title": "n", "example": 1 }, "list": { "type": "array", "items": { "type": "number", "maximum": 3.5 } } },
              "allOf": [ { "type": "object" } ], "externalDocs": { "url": "https://a.example" }
            }
          }
        }
        """;

    /// <summary>The same of OpenAPI 3.</summary>
    private const string OpenApi = """
        {
          "openapi": "3.0.3", "info": { "title": "T", "version": "1", "termsOfService": "https://a.example", "license": { "name": "MIT", "url": "https://a.example" } },
          "servers": [ { "url": "https://{region}.a.example/v1", "variables": { "region": { "default": "eu", "enum": [ "eu" ] } } } ], "security": [ { "key": [] } ],
          "paths": {
            "/x/{id}": {
              "servers": [ { "url": "https://b.example" } ],
              "get": {
                "operationId": "getX", "deprecated": true, "tags": [ "t" ],
                "parameters": [
                  { "name": "id", "in": "path", "required": true, "style": "simple", "explode": false, "schema": { "type": "string" } },
                  { "name": "q", "in": "query", "style": "deepObject", "explode": true, "allowReserved": true, "content": { "application/json": { "schema": { "type": "object" } } }, "examples": { "one": { "value": 1 } } }
                ],
                "responses": {
                  "200": {
                    "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/X" } } }, "links": { "next": { "operationId": "getX", "parameters": { "id": "$response.body#/id" } } },
                    "headers": { "H": { "style": "simple", "required": true, "schema": { "type": "integer" } } }
                  }
                }
              },
              "post": {
                "requestBody": {
                  "required": true, "content": { "multipart/form-data": { "schema": { "type": "object" }, "encoding": { "a": { "style": "form", "explode": true, "contentType": "text/plain", "headers": { "E": { "schema": { "type": "string" } } } } } } }
                },
                "callbacks": { "done": { "{$request.body#/url}": { "post": { "responses": { "200": { "description": "ok" } } } } } }, "responses": { "202": { "description": "begun" } }
              }
            }
          },
          "components": {
            "securitySchemes": {
              "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "basic": { "type": "http", "scheme": "basic", "bearerFormat": "x" }, "id": { "type": "openIdConnect", "openIdConnectUrl": "https://a.example" },
              "token": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "https://a.example/t", "refreshUrl": "https://a.example/r", "scopes": { "all": "everything" } } } }
            },
            "schemas": {
              "X": {
                "type": "object", "nullable": true, "deprecated": true, "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/X" } }, "not": { "type": "string" },
                "properties": {
                  "id": { "type": "string", "writeOnly": true, "format": "uuid" }, "n": { "type": "integer", "minimum": 1, "maximum": 4, "exclusiveMaximum": true, "multipleOf": 2, "default": 1 },
                  "list": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "anyOf": [ { "type": "boolean" }, { "type": "number" } ] } },
                  "map": { "type": "object", "additionalProperties": false, "minProperties": 1 }, "word": { "oneOf": [ { "type": "string", "enum": [ "a" ], "minLength": 1, "maxLength": 2 } ] }
                }
              }
            }
          }
        }
        """;

    [Fact]
    public void A_way_to_write_lists_that_the_library_does_not_know_is_left_out_at_its_place()
    {
        Imported imported = Imported.OpenApi(Described("""{ "name": "words", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "tsv" }"""));

        Assert.Empty(imported.Problems());
        Gap gap = Assert.Single(imported.Of(GapRules.LeftOut));
        Assert.Equal("#/paths/~1x/get/parameters/0/collectionFormat", gap.Origin.Pointer);
        Assert.Contains("'collectionFormat: tsv' is left out", gap.Message, StringComparison.Ordinal);
        Assert.Equal("words", Assert.Single(imported.Entity("Things").Actions.Single().Parameters).Wire);
    }

    [Fact]
    public void Every_word_that_cannot_be_read_is_left_out_and_nothing_else()
    {
        string parameters = string.Join(',', Enumerable.Range(0, 20).Select(number => $$"""{ "name": "p{{number}}", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "{{(number % 2 == 0 ? "tsv" : "csv")}}" }"""));

        Imported imported = Imported.OpenApi(Described(parameters));

        Assert.Empty(imported.Problems());
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"#/paths/~1x/get/parameters/{2 * number}/collectionFormat"), imported.Of(GapRules.LeftOut).Select(gap => gap.Origin.Pointer).Reverse());
        Assert.Equal(20, imported.Entity("Things").Actions.Single().Parameters.Count);
    }

    /// <summary>What nobody expects where the formats have a word, a number or a list.</summary>
    public static TheoryData<string> Oddities { get; } = ["\"no such word\"", "\"tsv\"", "true", "1.5", "null", "[]", "{ \"a\": null }", "\"%zz://[\""];

    [Theory]
    [MemberData(nameof(Oddities))]
    public void No_word_of_a_description_costs_the_file(string value)
    {
        foreach (string description in new[] { Swagger, OpenApi })
        {
            JsonNode root = JsonNode.Parse(description)!;
            foreach ((JsonNode holder, string member) in Members(root).Where(place => place.Member is not "swagger" and not "openapi").ToArray())
            {
                JsonNode? was = holder[member];
                holder[member] = JsonNode.Parse(value);

                Imported imported = Imported.OpenApi(root.ToJsonString());

                Assert.True(imported.Result.Errors.Count == 0, $"{holder.GetPath()}.{member}: {string.Join("\n", imported.Result.Errors)}");
                holder[member] = was;
            }
        }
    }

    [Fact]
    public void A_description_that_is_wrong_everywhere_ends_soon()
    {
        string operations = string.Join(',', Enumerable.Range(0, 2_000).Select(number =>
            $$""" "/x{{number}}": { "get": { "responses": {}, "parameters": [ { "name": "p", "in": "query", "type": "array", "collectionFormat": "tsv" } ] } }"""));

        Imported imported = Imported.OpenApi($$"""{ "swagger": "2.0", "info": { "title": "T", "version": "1" }, "host": "a.example", "schemes": [ "https" ], "paths": { {{operations}} } }""");

        Assert.Empty(imported.Result.Errors);
        Assert.Equal(2_000, imported.Gaps.Of(GapRules.LeftOut));
    }

    private static IEnumerable<(JsonNode Holder, string Member)> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };

    private static string Described(string parameters) => $$"""
        {
          "swagger": "2.0", "info": { "title": "T", "version": "1" }, "host": "a.example", "schemes": [ "https" ],
          "paths": { "/x": { "get": { "operationId": "Things_Get", "parameters": [ {{parameters}} ], "responses": { "200": { "description": "ok" } } } } }
        }
        """;
}
