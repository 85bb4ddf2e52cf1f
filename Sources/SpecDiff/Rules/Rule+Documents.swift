// The rules of everything but schemas.
extension Rule {
    static let operations: [Rule] = [
        endpointAdded, endpointRemoved, endpointRemovedWithDeprecation, endpointRemovedBeforeSunset,
        endpointRemovedBeforeStable, pathRemoved, pathRemovedWithDeprecation, pathRemovedBeforeSunset,
        endpointDeprecated, endpointReactivated, operationIDAdded, operationIDRemoved, operationIDChanged, tagAdded,
        tagRemoved, effectChanged,
    ]

    static let (endpointAdded, endpointRemoved) = mirrored(
        Rule("endpoint-added", .info, "a new operation"),
        Rule("api-removed-without-deprecation", .breaking, "an operation is gone; its path has others"))
    static let endpointRemovedWithDeprecation = Rule(
        "api-removed-with-deprecation", .info, mirror: "endpoint-added",
        "an operation is gone that was deprecated, and whose sunset is past or was never set")
    static let endpointRemovedBeforeSunset = Rule(
        "api-removed-before-sunset", .breaking, mirror: "endpoint-added",
        "a deprecated operation is gone before its `x-sunset`")
    static let endpointRemovedBeforeStable = Rule(
        "api-removed-before-stable", .info, mirror: "endpoint-added",
        "an operation is gone whose `x-stability-level` was `draft` or `alpha`")
    static let pathRemoved = Rule(
        "api-path-removed-without-deprecation", .breaking, mirror: "endpoint-added",
        "an operation is gone with its whole path")
    static let pathRemovedWithDeprecation = Rule(
        "api-path-removed-with-deprecation", .info, mirror: "endpoint-added",
        "a deprecated operation is gone with its whole path")
    static let pathRemovedBeforeSunset = Rule(
        "api-path-removed-before-sunset", .breaking, mirror: "endpoint-added",
        "a deprecated operation is gone with its whole path before its `x-sunset`")
    static let (endpointDeprecated, endpointReactivated) = mirrored(
        Rule("endpoint-deprecated", .info, "an operation is deprecated"),
        Rule("endpoint-reactivated", .info, "an operation is no longer deprecated"), concern: .deprecation)
    static let (operationIDAdded, operationIDRemoved) = mirrored(
        Rule("api-operation-id-added", .info, "an operation has an `operationId`"),
        Rule("api-operation-id-removed", .info, "an operation has no `operationId` any more"), concern: .name)
    static let operationIDChanged = Rule(
        "api-operation-id-changed", .info, "an operation has another `operationId`", concern: .name)
    static let (tagAdded, tagRemoved) = mirrored(
        Rule("api-tag-added", .info, "an operation has a new tag"),
        Rule("api-tag-removed", .info, "an operation lost a tag"))
    static let effectChanged = Rule(
        "api-effect-changed", .none, "`x-kurus-effect` changed, and with it whether calls may be repeated",
        isUrgent: true,
        concern: .effect)
}

// Parameters and bodies.
extension Rule {
    static let requests: [Rule] = [
        requiredParameterAdded, pathParameterAdded, optionalParameterAdded, parameterRemoved,
        parameterRemovedWithDeprecation, parameterRemovedBeforeSunset, parameterBecameRequired,
        parameterBecameOptional, parameterDeprecated, parameterReactivated, parameterRenamed, parameterStyleChanged,
        ignoredHeaderChanged, requiredBodyAdded, optionalBodyAdded, bodyRemoved, bodyBecameRequired,
        bodyBecameOptional, requestMediaTypeAdded, requestMediaTypeRemoved, bodyEncodingChanged,
    ]

    static let requiredParameterAdded = Rule(
        "new-required-request-parameter", .breaking, mirror: "request-parameter-removed",
        "a new parameter has to be sent")
    static let pathParameterAdded = Rule(
        "new-request-path-parameter", .breaking, mirror: "request-parameter-removed", "a new parameter of the path")
    static let (optionalParameterAdded, parameterRemoved) = mirrored(
        Rule("new-optional-request-parameter", .info, "a new parameter may be sent"),
        Rule("request-parameter-removed", .warning, "a parameter is gone; one that is sent may be ignored or refused"))
    static let parameterRemovedWithDeprecation = Rule(
        "request-parameter-removed-with-deprecation", .info, mirror: "new-optional-request-parameter",
        "a deprecated parameter is gone, whose sunset is past or was never set")
    static let parameterRemovedBeforeSunset = Rule(
        "request-parameter-removed-before-sunset", .breaking, mirror: "new-optional-request-parameter",
        "a deprecated parameter is gone before its `x-sunset`")
    static let (parameterBecameRequired, parameterBecameOptional) = mirrored(
        Rule("request-parameter-became-required", .breaking, "a parameter has to be sent"),
        Rule("request-parameter-became-optional", .info, "a parameter need not be sent"), concern: .presence)
    static let (parameterDeprecated, parameterReactivated) = mirrored(
        Rule("request-parameter-deprecated", .info, "a parameter is deprecated"),
        Rule("request-parameter-reactivated", .info, "a parameter is no longer deprecated"), concern: .unseen)
    static let parameterRenamed = Rule(
        "request-path-parameter-renamed", .none, "a parameter of the path has another name, which nobody sends")
    static let parameterStyleChanged = Rule(
        "request-parameter-style-changed", .breaking,
        "`style`, `explode`, `allowReserved` or the media type of a parameter: it is written in another way")
    static let ignoredHeaderChanged = Rule(
        "ignored-header-parameter-changed", .info,
        "a header parameter that the transport sets, whatever is declared (`Accept`, `Authorization`, `Content-Type`)")
    static let requiredBodyAdded = Rule(
        "request-body-added-required", .breaking, mirror: "request-body-removed", "a body has to be sent")
    static let (optionalBodyAdded, bodyRemoved) = mirrored(
        Rule("request-body-added-optional", .info, "a body may be sent"),
        Rule("request-body-removed", .warning, "there is no body any more"))
    static let (bodyBecameRequired, bodyBecameOptional) = mirrored(
        Rule("request-body-became-required", .breaking, "the body has to be sent"),
        Rule("request-body-became-optional", .info, "the body need not be sent"), concern: .presence)
    static let (requestMediaTypeAdded, requestMediaTypeRemoved) = mirrored(
        Rule("request-body-media-type-added", .info, "a body may be sent as another media type"),
        Rule("request-body-media-type-removed", .breaking, "a body may no longer be sent as a media type"))
    static let bodyEncodingChanged = Rule(
        "request-body-encoding-changed", .warning, "`encoding`: how the parts of a body are written")
}

// Responses.
extension Rule {
    static let responses: [Rule] = [
        successStatusAdded, successStatusRemoved, otherStatusAdded, otherStatusRemoved, responseMediaTypeAdded,
        responseMediaTypeRemoved, mediaTypeParametersChanged, headerAdded, optionalHeaderRemoved, requiredHeaderRemoved,
        headerBecameOptional, headerBecameRequired, headerDeprecated, headerReactivated, headerStyleChanged,
    ]

    static let (successStatusAdded, successStatusRemoved) = mirrored(
        Rule("response-success-status-added", .info, "a new success response"),
        Rule("response-success-status-removed", .breaking, "a success response is gone"))
    static let (otherStatusAdded, otherStatusRemoved) = mirrored(
        Rule("response-non-success-status-added", .info, "a new error response, or `default`"),
        Rule("response-non-success-status-removed", .info, "an error response, or `default`, is gone"))
    static let (responseMediaTypeAdded, responseMediaTypeRemoved) = mirrored(
        Rule("response-media-type-added", .info, "a response may have another media type"),
        Rule("response-media-type-removed", .breaking, "a response no longer has a media type"))
    static let mediaTypeParametersChanged = Rule(
        "media-type-parameters-changed", .info,
        "a media type is written in another way, or with other parameters (RFC 9110 §8.3.1)")
    static let (headerAdded, optionalHeaderRemoved) = mirrored(
        Rule("response-header-added", .info, "a response has a new header"),
        Rule("optional-response-header-removed", .warning, "a response lost a header that was not always there"))
    static let requiredHeaderRemoved = Rule(
        "required-response-header-removed", .breaking, mirror: "response-header-added",
        "a response lost a header that was always there")
    static let (headerBecameOptional, headerBecameRequired) = mirrored(
        Rule("response-header-became-optional", .breaking, "a header is not always there"),
        Rule("response-header-became-required", .info, "a header is always there"), concern: .presence)
    static let (headerDeprecated, headerReactivated) = mirrored(
        Rule("response-header-deprecated", .info, "a header is deprecated"),
        Rule("response-header-reactivated", .info, "a header is no longer deprecated"), concern: .unseen)
    static let headerStyleChanged = Rule(
        "response-header-style-changed", .breaking,
        "`style`, `explode` or the media type of a header: it is written in another way")
}

// The document around the operations.
extension Rule {
    static let documents: [Rule] = [
        versionChanged, serverAdded, serverRemoved, serverChanged, serverOrderChanged, globalSecurityAdded,
        globalSecurityRemoved, globalSecurityScopeAdded, globalSecurityScopeRemoved, securityAdded, securityRemoved,
        securityScopeAdded, securityScopeRemoved, securitySchemeAdded, securitySchemeRemoved, securitySchemeChanged,
        securitySchemeURLChanged, securitySchemeTokenURLChanged, securitySchemeScopeAdded, securitySchemeScopeRemoved,
        securitySchemeScopeChanged, schemaAdded, schemaRemoved, unusedSchemaChanged, componentAdded, componentRemoved,
        fieldAdded, fieldRemoved, fieldChanged, schemaReferenceChanged, referenceUnreadable, clientAdded, clientRemoved,
        errorAppeared,
        errorDisappeared,
        declarationChanged,
    ]

    package static let (clientAdded, clientRemoved) = mirrored(
        Rule("client-added", .none, "a kurus.json describes a new client"),
        Rule("client-removed", .none, "no kurus.json describes a client any more"))
    static let versionChanged = Rule("api-version-changed", .none, "`info.version` changed")
    static let (serverAdded, serverRemoved) = mirrored(
        Rule("api-server-added", .info, "a new server"),
        Rule("api-server-removed", .warning, "a server is gone"), concern: .server)
    static let serverChanged = Rule("api-server-changed", .info, "the variables of a server", concern: .server)
    static let serverOrderChanged = Rule(
        "api-server-order-changed", .info, "the servers have another order; the first is the default", concern: .server)
    static let (globalSecurityAdded, globalSecurityRemoved) = mirrored(
        Rule(
            "api-global-security-added", .info, "another way to be authorized, for all operations without their own"),
        Rule(
            "api-global-security-removed", .info,
            "a way to be authorized is gone, for all operations without their own"), isUrgent: true, concern: .security)
    static let (globalSecurityScopeAdded, globalSecurityScopeRemoved) = mirrored(
        Rule(
            "api-global-security-scope-added", .info,
            "a scope is demanded, by all operations without their own security"),
        Rule(
            "api-global-security-scope-removed", .info,
            "a scope is no longer demanded, by all operations without their own security"),
        isUrgent: true, concern: .security)
    static let (securityAdded, securityRemoved) = mirrored(
        Rule("api-security-added", .info, "another way to be authorized for an operation"),
        Rule("api-security-removed", .info, "a way to be authorized for an operation is gone"),
        isUrgent: true, concern: .security)
    static let (securityScopeAdded, securityScopeRemoved) = mirrored(
        Rule("api-security-scope-added", .info, "an operation demands a scope"),
        Rule("api-security-scope-removed", .info, "an operation no longer demands a scope"),
        isUrgent: true, concern: .security)
    static let (securitySchemeAdded, securitySchemeRemoved) = mirrored(
        Rule("api-security-component-added", .info, "a new security scheme"),
        Rule("api-security-component-removed", .info, "a security scheme is gone"))
    static let securitySchemeChanged = Rule(
        "api-security-component-changed", .warning,
        "the type, the place, the name or the HTTP scheme of a security scheme", isUrgent: true)
    static let securitySchemeURLChanged = Rule(
        "api-security-component-oauth-url-changed", .info,
        "`authorizationUrl` or `openIdConnectUrl` of a security scheme", isUrgent: true)
    static let securitySchemeTokenURLChanged = Rule(
        "api-security-component-oauth-token-url-changed", .info, "`tokenUrl` or `refreshUrl` of a security scheme",
        isUrgent: true)
    static let (securitySchemeScopeAdded, securitySchemeScopeRemoved) = mirrored(
        Rule("api-security-component-oauth-scope-added", .info, "a security scheme has a new scope"),
        Rule("api-security-component-oauth-scope-removed", .info, "a security scheme lost a scope"))
    static let securitySchemeScopeChanged = Rule(
        "api-security-component-oauth-scope-changed", .info, "a scope of a security scheme is described differently")
    static let (schemaAdded, schemaRemoved) = mirrored(
        Rule("api-schema-added", .info, "`components` has a new schema"),
        Rule("api-schema-removed", .info, "`components` lost a schema"))
    static let unusedSchemaChanged = Rule(
        "api-schema-changed", .info, "a schema of `components` that no operation uses")
    static let (componentAdded, componentRemoved) = mirrored(
        Rule("api-component-added", .info, "`components` has another new entry: a parameter, a response, …"),
        Rule("api-component-removed", .info, "`components` lost another entry"))
    static let (fieldAdded, fieldRemoved) = mirrored(
        Rule("document-field-added", .info, "any other field, extensions included"),
        Rule("document-field-removed", .info, "any other field, extensions included"))
    static let fieldChanged = Rule("document-field-changed", .info, "any other field, extensions included")
    static let schemaReferenceChanged = Rule(
        "schema-reference-changed", .none,
        "a `$ref` leads to another schema, whose differences are reported as well", concern: .type)
    static let referenceUnreadable = Rule(
        "reference-changed-unreadable", .warning,
        "the difference is unknown: a reference cannot be resolved on one side")
    static let (errorAppeared, errorDisappeared) = mirrored(
        Rule("document-error-added", .warning, "an error that keeps the revision from being generated"),
        Rule("document-error-removed", .info, "an error that kept the base from being generated"))
    static let declarationChanged = Rule(
        "swift-declaration-changed", .none, "Swift code is generated differently, without a difference on the wire")
}
