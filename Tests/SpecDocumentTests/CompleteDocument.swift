import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

/// A document that has every field of every object, without diagnostics.
enum CompleteDocument {
    static func node(_ version: SpecificationVersion = .v30) throws -> JSONNode {
        var diagnostics = Diagnostics()
        let file = try version == .v30 ? SourceFile("complete.json", text) : later()
        let node = JSONNode.read(file, diagnostics: &diagnostics)
        #expect(diagnostics.text == "")
        return try #require(node)
    }

    /// The complete document of 3.1, from Tests/Fixtures/Complete; its warnings are about fields that are not followed.
    private static func later() throws -> SourceFile {
        let fixture = try #require(Fixture.all(in: "Complete").first { $0.name == "openapi-3.1" })
        return try #require(fixture.inputs().first)
    }

    static func decoded() throws -> OpenAPIDocument {
        var diagnostics = Diagnostics()
        return try #require(OpenAPIDocument.decode(node(), diagnostics: &diagnostics))
    }

    private static let text = #"""
        {
          "openapi": "3.0.3",
          "info": {
            "title": "Payouts", "description": "Pays out.", "termsOfService": "https://example.com/terms",
            "contact": {"name": "Desk", "url": "https://example.com/desk", "email": "desk@example.com"},
            "license": {"name": "Apache-2.0", "url": "https://example.com/license"}, "version": "1.2"
          },
          "servers": [
            {
              "url": "https://{region}.example.com", "description": "Live",
              "variables": {"region": {"enum": ["eu", "us"], "default": "eu", "description": "Where"}}
            }
          ],
          "paths": {
            "/payouts/{id}": {
              "summary": "A payout", "description": "One payout.",
              "get": {
                "tags": ["payouts"], "summary": "Get it", "description": "Gets a payout.",
                "externalDocs": {"description": "More", "url": "https://example.com/get"},
                "operationId": "getPayout",
                "parameters": [
                  {
                    "name": "fields", "in": "query", "description": "Which fields.", "required": true,
                    "deprecated": true, "allowEmptyValue": true, "style": "form", "explode": false,
                    "allowReserved": true, "schema": {"type": "array", "items": {"type": "string"}},
                    "example": ["id"]
                  },
                  {
                    "name": "filter", "in": "query",
                    "content": {
                      "application/json": {"schema": {"type": "object"}, "examples": {"none": {"value": {}}}}
                    }
                  },
                  {
                    "name": "X-Trace", "in": "header", "schema": {"type": "string"},
                    "examples": {"short": {"$ref": "#/components/examples/Short"}}
                  },
                  {"$ref": "#/components/parameters/Page"}
                ],
                "responses": {
                  "200": {
                    "description": "The payout.",
                    "headers": {
                      "X-Rate": {
                        "description": "Calls left.", "required": true, "deprecated": true,
                        "allowEmptyValue": false, "style": "simple", "explode": true, "allowReserved": false,
                        "schema": {"type": "integer"}, "example": 3
                      },
                      "X-Other": {"$ref": "#/components/headers/Other"}
                    },
                    "content": {
                      "application/json": {"schema": {"$ref": "#/components/schemas/Payout"}, "example": {"id": "1"}}
                    },
                    "links": {
                      "self": {
                        "operationId": "getPayout", "parameters": {"id": "$response.body#/id"},
                        "requestBody": {"a": 1}, "description": "Again.",
                        "server": {"url": "https://links.example.com"}
                      },
                      "other": {"operationRef": "#/paths/~1payouts~1{id}/get"},
                      "third": {"$ref": "#/components/links/Third"}
                    }
                  },
                  "4XX": {"$ref": "#/components/responses/Refused"},
                  "default": {"description": "Anything else."}
                },
                "deprecated": true,
                "security": [{"key": []}, {"oauth": ["read"]}, {}],
                "servers": [{"url": "/v2"}],
                "x-kurus-effect": "read",
                "x-kurus-identifiers": ["id"]
              },
              "put": {
                "requestBody": {
                  "description": "The new payout.", "required": true,
                  "content": {
                    "multipart/form-data": {
                      "schema": {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}},
                      "encoding": {
                        "file": {
                          "contentType": "image/png", "style": "spaceDelimited", "explode": true,
                          "allowReserved": true,
                          "headers": {"X-Part": {"content": {"text/plain": {"schema": {"type": "string"}}}}}
                        }
                      }
                    }
                  }
                },
                "responses": {"204": {"description": "Done."}},
                "callbacks": {
                  "done": {
                    "{$request.body#/url}": {"post": {"responses": {"200": {"description": "Thanks."}}}}
                  },
                  "failed": {"$ref": "#/components/callbacks/Failed"}
                },
                "x-kurus-effect": "commit"
              },
              "post": {
                "requestBody": {"$ref": "#/components/requestBodies/Body"},
                "responses": {"200": {"description": "Posted."}}
              },
              "delete": {"responses": {"200": {"description": "Deleted."}}},
              "options": {"responses": {"200": {"description": "Options."}}},
              "head": {"responses": {"200": {"description": "Head."}}},
              "patch": {"responses": {"200": {"description": "Patched."}}},
              "trace": {"responses": {"200": {"description": "Traced."}}},
              "servers": [{"url": "https://paths.example.com"}],
              "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}]
            },
            "/elsewhere": {"$ref": "other.json#/paths/~1elsewhere"}
          },
          "components": {
            "schemas": {
              "Payout": {
                "title": "Payout", "description": "A payout.", "type": "object",
                "required": ["id"], "minProperties": 1, "maxProperties": 9,
                "properties": {
                  "id": {
                    "type": "string", "format": "uuid", "minLength": 2, "maxLength": 36, "pattern": "^[0-9a-f]+$",
                    "readOnly": true, "x-kurus-sensitive": true
                  },
                  "state": {
                    "type": "string", "enum": ["new", "paid"], "default": "new", "example": "paid",
                    "nullable": true, "deprecated": true, "writeOnly": true, "x-kurus-deprecated": ["new"]
                  },
                  "amount": {
                    "type": "number", "multipleOf": 0.01, "minimum": 0.10, "exclusiveMinimum": true,
                    "maximum": 1e6, "exclusiveMaximum": false
                  },
                  "items": {
                    "type": "array", "items": {"$ref": "#/components/schemas/Item"}, "minItems": 1, "maxItems": 500,
                    "uniqueItems": true,
                    "xml": {
                      "name": "items", "namespace": "https://example.com/xml", "prefix": "p", "attribute": true,
                      "wrapped": true
                    }
                  }
                },
                "additionalProperties": false,
                "externalDocs": {"url": "https://example.com/payout"}
              },
              "Item": {
                "allOf": [{"type": "object"}], "oneOf": [{"type": "object"}, {"$ref": "#/components/schemas/Map"}],
                "anyOf": [{"type": "object"}], "not": {"type": "string"},
                "discriminator": {"propertyName": "kind", "mapping": {"map": "#/components/schemas/Map"}}
              },
              "Map": {"type": "object", "additionalProperties": {"type": "integer"}},
              "Alias": {
                "$ref": "#/components/schemas/Map", "summary": "Short", "description": "Another name.",
                "title": "Alias", "deprecated": true, "readOnly": true, "writeOnly": true, "nullable": true,
                "example": {"a": 1}, "examples": [], "x-kurus-sensitive": true
              }
            },
            "responses": {"Refused": {"description": "Refused."}},
            "parameters": {"Page": {"name": "page", "in": "cookie", "schema": {"type": "integer"}}},
            "examples": {
              "Short": {"summary": "Short one", "description": "A short example.", "value": "1"},
              "Long": {"externalValue": "https://example.com/long.txt"}
            },
            "requestBodies": {"Body": {"content": {"text/plain": {}}}},
            "headers": {
              "Other": {"schema": {"type": "string"}, "examples": {"one": {"value": "1"}}}
            },
            "securitySchemes": {
              "key": {"type": "apiKey", "description": "A key.", "name": "X-Key", "in": "header"},
              "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
              "oauth": {
                "type": "oauth2",
                "flows": {
                  "implicit": {
                    "authorizationUrl": "https://example.com/authorize",
                    "refreshUrl": "https://example.com/refresh", "scopes": {"read": "Reads."}
                  },
                  "password": {"tokenUrl": "https://example.com/token", "scopes": {}},
                  "clientCredentials": {"tokenUrl": "https://example.com/token", "scopes": {}},
                  "authorizationCode": {
                    "authorizationUrl": "https://example.com/authorize", "tokenUrl": "https://example.com/token",
                    "scopes": {}
                  }
                }
              },
              "openid": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com/.well-known"},
              "alias": {"$ref": "#/components/securitySchemes/key"}
            },
            "links": {"Third": {"operationId": "getPayout"}},
            "callbacks": {"Failed": {}}
          },
          "security": [{"bearer": []}],
          "tags": [
            {"name": "payouts", "description": "Payouts.", "externalDocs": {"url": "https://example.com/payouts"}}
          ],
          "externalDocs": {"description": "The guide", "url": "https://example.com/guide"}
        }
        """#
}
