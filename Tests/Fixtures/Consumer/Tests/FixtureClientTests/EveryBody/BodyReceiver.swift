import KurusRuntime
import KurusServer
import Synchronization

/// A route that keeps the multipart body of its call.
final class BodyReceiver<Body: MultipartModel>: Sendable {
    private let received = Mutex<Body?>(nil)

    var body: Body? { received.withLock { $0 } }

    func route(of request: HTTPRequest) -> APIRoute {
        let path = request.target.replacing("/v1", with: "")
        return APIRoute(request.method, path) { [self] (call) throws(APIError) in
            let body = try call.multipart(Body.self)
            received.withLock { $0 = body }
            return HTTPResponse(status: 204)
        }
    }
}
