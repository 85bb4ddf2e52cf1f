// The rules of everything but schemas.
extension Rule {
    static let operations: [Rule] = [
        endpointAdded, endpointRemoved, endpointRemovedWithDeprecation, endpointRemovedBeforeSunset,
        endpointRemovedBeforeStable, pathRemoved, pathRemovedWithDeprecation, pathRemovedBeforeSunset,
        endpointDeprecated, endpointReactivated, operationIDAdded, operationIDRemoved, operationIDChanged, tagAdded,
        tagRemoved, effectChanged,
    ]

    static let endpointAdded = Rule(
        "endpoint-added", .info, mirror: .rule("api-removed-without-deprecation"), "a new operation")
    static let endpointRemoved = Rule(
        "api-removed-without-deprecation", .breaking, mirror: .rule("endpoint-added"),
        "an operation is gone; its path has others")
    static let endpointRemovedWithDeprecation = Rule(
        "api-removed-with-deprecation", .info, mirror: .rule("endpoint-added"),
        "an operation is gone that was deprecated, and whose sunset is past or was never set")
    static let endpointRemovedBeforeSunset = Rule(
        "api-removed-before-sunset", .breaking, mirror: .rule("endpoint-added"),
        "a deprecated operation is gone before its `x-sunset`")
    static let endpointRemovedBeforeStable = Rule(
        "api-removed-before-stable", .info, mirror: .rule("endpoint-added"),
        "an operation is gone whose `x-stability-level` was `draft` or `alpha`")
    static let pathRemoved = Rule(
        "api-path-removed-without-deprecation", .breaking, mirror: .rule("endpoint-added"),
        "an operation is gone with its whole path")
    static let pathRemovedWithDeprecation = Rule(
        "api-path-removed-with-deprecation", .info, mirror: .rule("endpoint-added"),
        "a deprecated operation is gone with its whole path")
    static let pathRemovedBeforeSunset = Rule(
        "api-path-removed-before-sunset", .breaking, mirror: .rule("endpoint-added"),
        "a deprecated operation is gone with its whole path before its `x-sunset`")
    static let endpointDeprecated = Rule(
        "endpoint-deprecated", .info, mirror: .rule("endpoint-reactivated"), "an operation is deprecated",
        concern: .deprecation)
    static let endpointReactivated = Rule(
        "endpoint-reactivated", .info, mirror: .rule("endpoint-deprecated"), "an operation is no longer deprecated",
        concern: .deprecation)
    static let operationIDAdded = Rule(
        "api-operation-id-added", .info, mirror: .rule("api-operation-id-removed"), "an operation has an `operationId`",
        concern: .name)
    static let operationIDRemoved = Rule(
        "api-operation-id-removed", .info, mirror: .rule("api-operation-id-added"),
        "an operation has no `operationId` any more", concern: .name)
    static let operationIDChanged = Rule(
        "api-operation-id-changed", .info, mirror: .itself, "an operation has another `operationId`", concern: .name)
    static let tagAdded = Rule("api-tag-added", .info, mirror: .rule("api-tag-removed"), "an operation has a new tag")
    static let tagRemoved = Rule("api-tag-removed", .info, mirror: .rule("api-tag-added"), "an operation lost a tag")
    static let effectChanged = Rule(
        "api-effect-changed", .none, mirror: .itself,
        "`x-kurus-effect` is another one: what may be repeated changes", isUrgent: true, concern: .effect)
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
        "new-required-request-parameter", .breaking, mirror: .rule("request-parameter-removed"),
        "a new parameter has to be sent")
    static let pathParameterAdded = Rule(
        "new-request-path-parameter", .breaking, mirror: .rule("request-parameter-removed"),
        "a new parameter of the path")
    static let optionalParameterAdded = Rule(
        "new-optional-request-parameter", .info, mirror: .rule("request-parameter-removed"),
        "a new parameter may be sent")
    static let parameterRemoved = Rule(
        "request-parameter-removed", .warning, mirror: .rule("new-optional-request-parameter"),
        "a parameter is gone; one that is sent may be ignored or refused")
    static let parameterRemovedWithDeprecation = Rule(
        "request-parameter-removed-with-deprecation", .info, mirror: .rule("new-optional-request-parameter"),
        "a deprecated parameter is gone, whose sunset is past or was never set")
    static let parameterRemovedBeforeSunset = Rule(
        "request-parameter-removed-before-sunset", .breaking, mirror: .rule("new-optional-request-parameter"),
        "a deprecated parameter is gone before its `x-sunset`")
    static let parameterBecameRequired = Rule(
        "request-parameter-became-required", .breaking, mirror: .rule("request-parameter-became-optional"),
        "a parameter has to be sent", concern: .presence)
    static let parameterBecameOptional = Rule(
        "request-parameter-became-optional", .info, mirror: .rule("request-parameter-became-required"),
        "a parameter need not be sent", concern: .presence)
    static let parameterDeprecated = Rule(
        "request-parameter-deprecated", .info, mirror: .rule("request-parameter-reactivated"),
        "a parameter is deprecated", concern: .unseen)
    static let parameterReactivated = Rule(
        "request-parameter-reactivated", .info, mirror: .rule("request-parameter-deprecated"),
        "a parameter is no longer deprecated", concern: .unseen)
    static let parameterRenamed = Rule(
        "request-path-parameter-renamed", .none, mirror: .itself,
        "a parameter of the path has another name, which nobody sends")
    static let parameterStyleChanged = Rule(
        "request-parameter-style-changed", .breaking, mirror: .itself,
        "`style`, `explode`, `allowReserved` or the media type of a parameter: it is written in another way")
    static let ignoredHeaderChanged = Rule(
        "ignored-header-parameter-changed", .info, mirror: .itself,
        "a header parameter that the transport sets, whatever is declared (`Accept`, `Authorization`, `Content-Type`)")
    static let requiredBodyAdded = Rule(
        "request-body-added-required", .breaking, mirror: .rule("request-body-removed"), "a body has to be sent")
    static let optionalBodyAdded = Rule(
        "request-body-added-optional", .info, mirror: .rule("request-body-removed"), "a body may be sent")
    static let bodyRemoved = Rule(
        "request-body-removed", .warning, mirror: .rule("request-body-added-optional"), "there is no body any more")
    static let bodyBecameRequired = Rule(
        "request-body-became-required", .breaking, mirror: .rule("request-body-became-optional"),
        "the body has to be sent", concern: .presence)
    static let bodyBecameOptional = Rule(
        "request-body-became-optional", .info, mirror: .rule("request-body-became-required"),
        "the body need not be sent", concern: .presence)
    static let requestMediaTypeAdded = Rule(
        "request-body-media-type-added", .info, mirror: .rule("request-body-media-type-removed"),
        "a body may be sent as another media type")
    static let requestMediaTypeRemoved = Rule(
        "request-body-media-type-removed", .breaking, mirror: .rule("request-body-media-type-added"),
        "a body may no longer be sent as a media type")
    static let bodyEncodingChanged = Rule(
        "request-body-encoding-changed", .warning, mirror: .itself, "`encoding`: how the parts of a body are written")
}

// Responses.
extension Rule {
    static let responses: [Rule] = [
        successStatusAdded, successStatusRemoved, otherStatusAdded, otherStatusRemoved, responseMediaTypeAdded,
        responseMediaTypeRemoved, mediaTypeParametersChanged, headerAdded, optionalHeaderRemoved, requiredHeaderRemoved,
        headerBecameOptional, headerBecameRequired, headerDeprecated, headerReactivated, headerStyleChanged,
    ]

    static let successStatusAdded = Rule(
        "response-success-status-added", .info, mirror: .rule("response-success-status-removed"),
        "a new answer of success")
    static let successStatusRemoved = Rule(
        "response-success-status-removed", .breaking, mirror: .rule("response-success-status-added"),
        "an answer of success is gone")
    static let otherStatusAdded = Rule(
        "response-non-success-status-added", .info, mirror: .rule("response-non-success-status-removed"),
        "a new answer of failure, or `default`")
    static let otherStatusRemoved = Rule(
        "response-non-success-status-removed", .info, mirror: .rule("response-non-success-status-added"),
        "an answer of failure, or `default`, is gone")
    static let responseMediaTypeAdded = Rule(
        "response-media-type-added", .info, mirror: .rule("response-media-type-removed"),
        "an answer may come as another media type")
    static let responseMediaTypeRemoved = Rule(
        "response-media-type-removed", .breaking, mirror: .rule("response-media-type-added"),
        "an answer no longer comes as a media type")
    static let mediaTypeParametersChanged = Rule(
        "media-type-parameters-changed", .info, mirror: .itself,
        "a media type is written in another way, or with other parameters (RFC 9110 §8.3.1)")
    static let headerAdded = Rule(
        "response-header-added", .info, mirror: .rule("optional-response-header-removed"), "an answer has a new header")
    static let optionalHeaderRemoved = Rule(
        "optional-response-header-removed", .warning, mirror: .rule("response-header-added"),
        "an answer lost a header that was not always there")
    static let requiredHeaderRemoved = Rule(
        "required-response-header-removed", .breaking, mirror: .rule("response-header-added"),
        "an answer lost a header that was always there")
    static let headerBecameOptional = Rule(
        "response-header-became-optional", .breaking, mirror: .rule("response-header-became-required"),
        "a header is not always there", concern: .presence)
    static let headerBecameRequired = Rule(
        "response-header-became-required", .info, mirror: .rule("response-header-became-optional"),
        "a header is always there", concern: .presence)
    static let headerDeprecated = Rule(
        "response-header-deprecated", .info, mirror: .rule("response-header-reactivated"), "a header is deprecated",
        concern: .unseen)
    static let headerReactivated = Rule(
        "response-header-reactivated", .info, mirror: .rule("response-header-deprecated"),
        "a header is no longer deprecated", concern: .unseen)
    static let headerStyleChanged = Rule(
        "response-header-style-changed", .breaking, mirror: .itself,
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

    package static let clientAdded = Rule(
        "client-added", .none, mirror: .rule("client-removed"), "a kurus.json describes a new client")
    package static let clientRemoved = Rule(
        "client-removed", .none, mirror: .rule("client-added"), "no kurus.json describes a client any more")
    static let versionChanged = Rule("api-version-changed", .none, mirror: .itself, "`info.version` is another one")
    static let serverAdded = Rule(
        "api-server-added", .info, mirror: .rule("api-server-removed"), "a new server", concern: .server)
    static let serverRemoved = Rule(
        "api-server-removed", .warning, mirror: .rule("api-server-added"), "a server is gone", concern: .server)
    static let serverChanged = Rule(
        "api-server-changed", .info, mirror: .itself, "the variables of a server", concern: .server)
    static let serverOrderChanged = Rule(
        "api-server-order-changed", .info, mirror: .itself, "the servers have another order; the first is the default",
        concern: .server)
    static let globalSecurityAdded = Rule(
        "api-global-security-added", .info, mirror: .rule("api-global-security-removed"),
        "another way to be authorized, for all operations without their own", isUrgent: true, concern: .security)
    static let globalSecurityRemoved = Rule(
        "api-global-security-removed", .info, mirror: .rule("api-global-security-added"),
        "a way to be authorized is gone, for all operations without their own", isUrgent: true, concern: .security)
    static let globalSecurityScopeAdded = Rule(
        "api-global-security-scope-added", .info, mirror: .rule("api-global-security-scope-removed"),
        "a scope is demanded, by all operations without their own security", isUrgent: true, concern: .security)
    static let globalSecurityScopeRemoved = Rule(
        "api-global-security-scope-removed", .info, mirror: .rule("api-global-security-scope-added"),
        "a scope is no longer demanded, by all operations without their own security", isUrgent: true,
        concern: .security)
    static let securityAdded = Rule(
        "api-security-added", .info, mirror: .rule("api-security-removed"),
        "another way to be authorized for an operation", isUrgent: true, concern: .security)
    static let securityRemoved = Rule(
        "api-security-removed", .info, mirror: .rule("api-security-added"),
        "a way to be authorized for an operation is gone", isUrgent: true, concern: .security)
    static let securityScopeAdded = Rule(
        "api-security-scope-added", .info, mirror: .rule("api-security-scope-removed"),
        "an operation demands a scope", isUrgent: true, concern: .security)
    static let securityScopeRemoved = Rule(
        "api-security-scope-removed", .info, mirror: .rule("api-security-scope-added"),
        "an operation no longer demands a scope", isUrgent: true, concern: .security)
    static let securitySchemeAdded = Rule(
        "api-security-component-added", .info, mirror: .rule("api-security-component-removed"), "a new security scheme")
    static let securitySchemeRemoved = Rule(
        "api-security-component-removed", .info, mirror: .rule("api-security-component-added"),
        "a security scheme is gone")
    static let securitySchemeChanged = Rule(
        "api-security-component-changed", .warning, mirror: .itself,
        "the type, the place, the name or the HTTP scheme of a security scheme", isUrgent: true)
    static let securitySchemeURLChanged = Rule(
        "api-security-component-oauth-url-changed", .info, mirror: .itself,
        "`authorizationUrl` or `openIdConnectUrl` of a security scheme", isUrgent: true)
    static let securitySchemeTokenURLChanged = Rule(
        "api-security-component-oauth-token-url-changed", .info, mirror: .itself,
        "`tokenUrl` or `refreshUrl` of a security scheme", isUrgent: true)
    static let securitySchemeScopeAdded = Rule(
        "api-security-component-oauth-scope-added", .info, mirror: .rule("api-security-component-oauth-scope-removed"),
        "a security scheme has a new scope")
    static let securitySchemeScopeRemoved = Rule(
        "api-security-component-oauth-scope-removed", .info, mirror: .rule("api-security-component-oauth-scope-added"),
        "a security scheme lost a scope")
    static let securitySchemeScopeChanged = Rule(
        "api-security-component-oauth-scope-changed", .info, mirror: .itself,
        "a scope of a security scheme is described otherwise")
    static let schemaAdded = Rule(
        "api-schema-added", .info, mirror: .rule("api-schema-removed"), "`components` has a new schema")
    static let schemaRemoved = Rule(
        "api-schema-removed", .info, mirror: .rule("api-schema-added"), "`components` lost a schema")
    static let unusedSchemaChanged = Rule(
        "api-schema-changed", .info, mirror: .itself, "a schema of `components` that no operation uses")
    static let componentAdded = Rule(
        "api-component-added", .info, mirror: .rule("api-component-removed"),
        "`components` has another new entry: a parameter, a response, …")
    static let componentRemoved = Rule(
        "api-component-removed", .info, mirror: .rule("api-component-added"), "`components` lost another entry")
    static let fieldAdded = Rule(
        "document-field-added", .info, mirror: .rule("document-field-removed"),
        "any other field, extensions included")
    static let fieldRemoved = Rule(
        "document-field-removed", .info, mirror: .rule("document-field-added"), "any other field, extensions included")
    static let fieldChanged = Rule(
        "document-field-changed", .info, mirror: .itself, "any other field, extensions included")
    static let schemaReferenceChanged = Rule(
        "schema-reference-changed", .none, mirror: .itself,
        "a `$ref` leads to another schema; what that says otherwise is reported besides", concern: .type)
    static let referenceUnreadable = Rule(
        "reference-changed-unreadable", .warning, mirror: .itself,
        "what differs cannot be told: a reference leads nowhere on one side")
    static let errorAppeared = Rule(
        "document-error-added", .warning, mirror: .rule("document-error-removed"),
        "an error that keeps the revision from being generated")
    static let errorDisappeared = Rule(
        "document-error-removed", .info, mirror: .rule("document-error-added"),
        "an error that kept the base from being generated")
    static let declarationChanged = Rule(
        "swift-declaration-changed", .none, mirror: .itself,
        "Swift code is emitted otherwise, though nothing of the wire is different")
}
