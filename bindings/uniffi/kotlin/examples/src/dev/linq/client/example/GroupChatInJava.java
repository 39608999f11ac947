package dev.linq.client.example;

import dev.linq.client.CallOptions;
import dev.linq.client.Linq;
import dev.linq.client.LinqException;
import dev.linq.client.UploadOptions;
import dev.linq.client.UploadSource;
import dev.linq.client.java.CallOptionsBuilder;
import dev.linq.client.java.LinqCalls;
import dev.linq.client.java.UploadOptionsBuilder;
import dev.linq.client.model.AddOrRemove;
import dev.linq.client.model.Chat;
import dev.linq.client.model.Message;
import dev.linq.client.model.ParticipantStatus;
import dev.linq.client.model.ReactionType;
import dev.linq.client.model.SentMessage;
import dev.linq.client.model.TextAnimation;
import dev.linq.client.request.Effect;
import dev.linq.client.request.MessageContent;
import dev.linq.client.request.Messages;
import dev.linq.client.request.OutgoingMedia;
import dev.linq.client.request.OutgoingText;
import dev.linq.client.request.TextBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The group chat in Java, with blocking calls and futures, on the emulator at {@code LINQ_API_V3_BASE_URL}:
 *
 * <pre>
 * cargo run -p linq-emulator -- --port 4010
 * export LINQ_API_V3_BASE_URL=http://127.0.0.1:4010/api/partner LINQ_API_V3_API_KEY=any-key
 * mvn -q compile exec:java@java
 * </pre>
 */
public final class GroupChatInJava {
    private static final String GUEST = "+12052499136";

    public static void main(String[] arguments) {
        try (Linq client = Linq.fromEnvironment()) {
            groupChat(client);
        } catch (LinqException e) {
            String effect = e.getMayHaveTakenEffect() ? "may have taken effect: " : "failed: ";
            System.err.println(effect + e.getMessage());
            System.exit(1);
        }
    }

    private static void groupChat(Linq client) {
        LinqCalls linq = client.forJava();
        String line = linq.phoneNumbers().list().execute().getPhoneNumbers().get(0).getPhoneNumber();
        List<String> guests = List.of("+15556667777", "+18889990000");
        MessageContent welcome = Messages.text("Welcome to the group!");
        String group = linq.chats().create(line, guests, welcome).execute().getChat().getId();

        linq.chats().update(group, "Project Team").execute();
        linq.chats().participants().add(group, GUEST).execute();

        // With the same key, a retry of the send takes effect once, even after a crash.
        CallOptions options = new CallOptionsBuilder()
                .idempotencyKey("hello-in-java-" + group)
                .deadline(Duration.ofSeconds(30))
                .build();
        linq.chats().messages().send(group, Messages.text("Hello")).withOptions(options).executeAsync().join();

        OutgoingText text = new TextBuilder()
                .bold("Hello ")
                .plain("wörld 🎂")
                .animated("!", TextAnimation.Shake)
                .build();
        MessageContent hello = Messages.withEffect(Messages.of(text), Effect.Confetti);
        SentMessage sent = linq.chats().messages().send(group, hello).execute().getMessage();
        linq.messages().addReaction(sent.getId(), AddOrRemove.Add, ReactionType.Love).execute();

        UploadOptions progress = new UploadOptionsBuilder()
                .onProgress(it -> System.out.println(it.getSentBytes() + " of " + it.getTotalBytes() + " bytes"))
                .build();
        CompletableFuture<String> picture = linq.attachments()
                .upload(new UploadSource("cake.jpg", new byte[100_000]), progress)
                .executeAsync()
                .thenApply(file -> Messages.of(new OutgoingMedia(null, file.getAttachmentId())))
                .thenCompose(message -> linq.chats().messages().send(group, message).executeAsync())
                .thenApply(response -> response.getMessage().getId());
        System.out.println("sent a picture: " + picture.join());

        // Pages are requested as the items are read.
        for (Message message : linq.chats().messages().listAll(group)) {
            System.out.println(message.getText());
        }

        linq.chats().participants().remove(group, GUEST).execute();
        Chat chat = linq.chats().retrieve(group).execute();
        String present = chat.getHandles().stream()
                .filter(handle -> ParticipantStatus.Active.equals(handle.getStatus()))
                .map(handle -> handle.getHandle())
                .collect(Collectors.joining(", "));
        System.out.println(chat.getDisplayName() + ": " + present);

        try {
            linq.chats().retrieve("00000000-0000-4000-8000-000000000000").executeAsync().join();
        } catch (CompletionException e) {
            LinqException cause = (LinqException) e.getCause();
            System.out.println("no such chat: " + cause.getStatus());
        }
    }

    private GroupChatInJava() {}
}
