/// Mails and their attachments: Internet messages and Outlook's.
@NullMarked
package io.readthrough.parse.mail;

import org.jspecify.annotations.NullMarked;
