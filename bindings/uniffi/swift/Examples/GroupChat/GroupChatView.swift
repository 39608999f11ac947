#if canImport(SwiftUI)
    import SwiftUI

    /// The view of a group chat, compiled only with SwiftUI.
    public struct GroupChatView: View {
        @StateObject private var screen: Screen
        @State private var draft = ""

        public init(model: GroupChatModel) {
            _screen = StateObject(wrappedValue: Screen(model: model))
        }

        public var body: some View {
            VStack {
                List(screen.model.lines) { line in
                    VStack(alignment: line.isMine ? .trailing : .leading) {
                        SwiftUI.Text(line.sender).font(.caption)
                        SwiftUI.Text(line.text)
                    }
                }
                .refreshable { await screen.model.refresh() }
                if let upload = screen.model.upload { ProgressView(value: upload) }
                if let problem = screen.model.problem { SwiftUI.Text(problem).foregroundColor(.red) }
                HStack {
                    TextField("Message", text: $draft)
                    Button("Send") {
                        let text = draft
                        draft = ""
                        Task { await screen.model.send(text) }
                    }
                    .disabled(draft.isEmpty)
                }
                .padding()
            }
            .task { await screen.model.refresh() }
            .onDisappear { screen.model.disappear() }
        }
    }

    /// Publishes changes of the model to SwiftUI.
    @MainActor
    private final class Screen: ObservableObject {
        let model: GroupChatModel

        init(model: GroupChatModel) {
            self.model = model
            model.onChange = { [weak self] in self?.objectWillChange.send() }
        }
    }
#endif
