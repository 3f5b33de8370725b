using MediaOps.Schema;
using MediaOps.Tool.Import;

namespace MediaOps.Tool.Tests.Import;

/// <summary>Lists whose pages are not those of the service's other lists, and lists at paths that look like those of single things.</summary>
public sealed class PageTests
{
    private const string Description = """
        {
          "swagger": "2.0", "info": { "title": "Archive", "version": "1" }, "host": "archive.example", "schemes": [ "https" ], "produces": [ "application/json" ],
          "paths": {
            "/reels": { "get": { "operationId": "Shelf_Reels", "x-ms-pageable": { "nextLinkName": "nextLink", "itemName": "reels" }, "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Reels" } } } } },
            "/tapes": { "get": { "operationId": "Shelf_Tapes", "x-ms-pageable": { "nextLinkName": "odata.nextLink", "itemName": "reels" }, "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Tapes" } } } } },
            "/reels/of/{year}": {
              "get": {
                "operationId": "Shelf_ReelsOf", "x-ms-pageable": { "nextLinkName": "nextLink", "itemName": "reels" }, "parameters": [ { "name": "year", "in": "path", "required": true, "type": "string" } ],
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Reels" } } }
              }
            },
            "/reels/by/{maker}": {
              "get": {
                "operationId": "Shelf_ReelsBy", "parameters": [ { "name": "maker", "in": "path", "required": true, "type": "string" } ],
                "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/Reels" } } }
              }
            }
          },
          "definitions": {
            "Reels": { "type": "object", "properties": { "reels": { "type": "array", "items": { "$ref": "#/definitions/Reel" } }, "nextLink": { "type": "string" } } },
            "Tapes": { "type": "object", "properties": { "reels": { "type": "array", "items": { "$ref": "#/definitions/Reel" } }, "odata.nextLink": { "type": "string" } } },
            "Reel": { "type": "object", "properties": { "label": { "type": "string" } } }
          }
        }
        """;

    private static readonly Imported Archive = Imported.OpenApi(Description);

    [Fact]
    public void A_list_is_no_single_thing_although_its_path_ends_with_a_placeholder()
    {
        Assert.Equal(["Shelf"], Archive.Result.Service.Entities.Select(entity => entity.Name));
        Assert.Empty(Archive.Problems());
    }

    [Theory, InlineData("Reels"), InlineData("ReelsOf"), InlineData("ReelsBy")]
    public void Pages_like_those_of_the_service_are_read_to_the_end(string action)
    {
        ValueSpec value = Archive.Entity("Shelf").Actions.Single(candidate => candidate.Name == action).Value!;

        Assert.Equal(("Reel", true), (value.Type.Name, value.Paged));
    }

    [Fact]
    public void Pages_of_another_kind_are_answered_whole_with_the_link_to_the_next_one_and_said_so()
    {
        ValueSpec value = Archive.Entity("Shelf").Actions.Single(action => action.Name == "Tapes").Value!;

        Assert.Equal(("Tapes", false), (value.Type.Name, value.Paged));
        Assert.Contains("Shelf_Tapes", Assert.Single(Archive.Of(GapRules.Paging)).Message, StringComparison.Ordinal);
    }
}
