// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What a file is, for the API to take it: a MIME type.
 *
 * Any other can be given as text, for the server to judge; FLAC, Ogg and programs it is known to refuse.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class SupportedContentType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** JPEG. */
        public val Jpeg: SupportedContentType = SupportedContentType("image/jpeg")

        /** PNG. */
        public val Png: SupportedContentType = SupportedContentType("image/png")

        /** GIF. */
        public val Gif: SupportedContentType = SupportedContentType("image/gif")

        /** HEIC. */
        public val Heic: SupportedContentType = SupportedContentType("image/heic")

        /** HEIF. */
        public val Heif: SupportedContentType = SupportedContentType("image/heif")

        /** TIFF; delivered as JPEG. */
        public val Tiff: SupportedContentType = SupportedContentType("image/tiff")

        /** BMP. */
        public val Bmp: SupportedContentType = SupportedContentType("image/bmp")

        /** SVG. One page lists it, another says that it is refused. */
        public val Svg: SupportedContentType = SupportedContentType("image/svg+xml")

        /** WebP. One page lists it, another says that it is refused. */
        public val Webp: SupportedContentType = SupportedContentType("image/webp")

        /** An icon of Windows (ICO). */
        public val Icon: SupportedContentType = SupportedContentType("image/x-icon")

        /** MP4. */
        public val Mp4Video: SupportedContentType = SupportedContentType("video/mp4")

        /** QuickTime (MOV). */
        public val QuickTime: SupportedContentType = SupportedContentType("video/quicktime")

        /** MPEG. */
        public val Mpeg: SupportedContentType = SupportedContentType("video/mpeg")

        /** MPEG-2. */
        public val Mpeg2: SupportedContentType = SupportedContentType("video/mpeg2")

        /** M4V. */
        public val M4v: SupportedContentType = SupportedContentType("video/x-m4v")

        /** AVI. */
        public val Avi: SupportedContentType = SupportedContentType("video/x-msvideo")

        /** 3GPP. */
        public val ThreeGpp: SupportedContentType = SupportedContentType("video/3gpp")

        /** MP3. */
        public val Mp3: SupportedContentType = SupportedContentType("audio/mpeg")

        /** MP3 under a name that the API has deprecated; delivered as `audio/mpeg`. */
        public val Mp3Deprecated: SupportedContentType = SupportedContentType("audio/mp3")

        /** M4A. */
        public val M4a: SupportedContentType = SupportedContentType("audio/x-m4a")

        /** M4A under a name that the API has deprecated; delivered as `audio/x-m4a`. */
        public val Mp4AudioDeprecated: SupportedContentType = SupportedContentType("audio/mp4")

        /** Apple's Core Audio Format; delivered as `audio/mp4`. */
        public val Caf: SupportedContentType = SupportedContentType("audio/x-caf")

        /** WAV. */
        public val Wav: SupportedContentType = SupportedContentType("audio/x-wav")

        /** AIFF. */
        public val Aiff: SupportedContentType = SupportedContentType("audio/x-aiff")

        /** AIFF under a name that the API has deprecated; delivered as `audio/x-aiff`. */
        public val AiffDeprecated: SupportedContentType = SupportedContentType("audio/aiff")

        /** AAC. */
        public val Aac: SupportedContentType = SupportedContentType("audio/aac")

        /** MIDI. */
        public val Midi: SupportedContentType = SupportedContentType("audio/midi")

        /** AMR. */
        public val Amr: SupportedContentType = SupportedContentType("audio/amr")

        /** PDF. */
        public val Pdf: SupportedContentType = SupportedContentType("application/pdf")

        /** A pass for Apple Wallet. */
        public val WalletPass: SupportedContentType = SupportedContentType("application/vnd.apple.pkpass")

        /** Plain text. */
        public val PlainText: SupportedContentType = SupportedContentType("text/plain")

        /** Markdown. */
        public val Markdown: SupportedContentType = SupportedContentType("text/markdown")

        /** A contact (vCard). */
        public val Vcard: SupportedContentType = SupportedContentType("text/vcard")

        /** RTF. */
        public val Rtf: SupportedContentType = SupportedContentType("text/rtf")

        /** CSV. */
        public val Csv: SupportedContentType = SupportedContentType("text/csv")

        /** HTML. */
        public val Html: SupportedContentType = SupportedContentType("text/html")

        /** A calendar entry (iCalendar). */
        public val Calendar: SupportedContentType = SupportedContentType("text/calendar")

        /** Word, before 2007. */
        public val Word97: SupportedContentType = SupportedContentType("application/msword")

        /** Word. */
        public val Word: SupportedContentType =
            SupportedContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document")

        /** Excel, before 2007. */
        public val Excel97: SupportedContentType = SupportedContentType("application/vnd.ms-excel")

        /** Excel. */
        public val Excel: SupportedContentType =
            SupportedContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

        /** PowerPoint, before 2007. */
        public val PowerPoint97: SupportedContentType = SupportedContentType("application/vnd.ms-powerpoint")

        /** PowerPoint. */
        public val PowerPoint: SupportedContentType =
            SupportedContentType("application/vnd.openxmlformats-officedocument.presentationml.presentation")

        /** Apple's Pages. */
        public val Pages: SupportedContentType = SupportedContentType("application/x-iwork-pages-sffpages")

        /** Apple's Numbers. */
        public val Numbers: SupportedContentType = SupportedContentType("application/x-iwork-numbers-sffnumbers")

        /** Apple's Keynote. */
        public val Keynote: SupportedContentType = SupportedContentType("application/x-iwork-keynote-sffkey")

        /** EPUB. */
        public val Epub: SupportedContentType = SupportedContentType("application/epub+zip")

        /** XML. */
        public val Xml: SupportedContentType = SupportedContentType("text/xml")

        /** JSON. */
        public val Json: SupportedContentType = SupportedContentType("application/json")

        /** ZIP. */
        public val Zip: SupportedContentType = SupportedContentType("application/zip")

        /** gzip. */
        public val Gzip: SupportedContentType = SupportedContentType("application/x-gzip")
    }
}
