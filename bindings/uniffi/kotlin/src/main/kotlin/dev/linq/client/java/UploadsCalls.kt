package dev.linq.client.java

import dev.linq.client.UploadOptions
import dev.linq.client.UploadSource
import dev.linq.client.UploadedFile
import dev.linq.client.resource.Uploads
import java.io.File

/** Attachment uploads, for Java. */
public abstract class UploadsCalls internal constructor(private val uploads: Uploads) {
    /**
     * Uploads a file of at most 100 MB as an attachment for messages. It is read while it is sent.
     *
     * @param file The file on disk.
     * @param options Options of the upload.
     */
    @JvmOverloads
    public fun upload(file: File, options: UploadOptions = UploadOptions()): Call<UploadedFile> =
        Call { uploads.upload(file, options) }

    /**
     * Uploads a file of at most 100 MB as an attachment for messages.
     *
     * @param source The file.
     * @param options Options of the upload.
     */
    @JvmOverloads
    public fun upload(source: UploadSource, options: UploadOptions = UploadOptions()): Call<UploadedFile> =
        Call { uploads.upload(source, options) }
}
